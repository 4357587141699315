/** What is said about changes of a plan, in French. */

import type { Words } from '../en.ts';

export const moves: Pick<Words, 'moves'> = {
  moves: {
    hint: 'Déplacez un curseur : le coût du changement est aussitôt prouvé entre deux nombres. Quand le curseur s’arrête, il est calculé, et ce qui est calculé resserre les nombres du changement suivant.',
    groups: {
      target: 'Cible',
      load: 'Charge',
      sites: 'Limites des sites',
      prices: 'Prix',
      flexibility: 'Flexibilité',
    },
    kinds: {
      target: () => 'Part couverte',
      utilisation: () => 'Utilisation des machines',
      itCapacityMW: (of) => `Calcul en ${of}`,
      siteMaximumMW: (of) => `Au plus pour ${of}`,
      maximumMW: (of) => `Au plus pour ${of}`,
      capacityMW: (of) => `Ligne ${of}`,
      importPricePerMWh: () => 'Import du réseau',
      carbonPricePerTonne: () => 'Carbone',
      purchasePricePerMWh: (of) => `Contrat de ${of}`,
      discountRate: () => 'Taux d’actualisation',
      deadlineHours: (of) => `${of} peut attendre`,
      floorShare: (of) => `${of} jamais sous`,
    },
    back: (value) => `Revenir à ${value}`,
    plan: 'Le plan coûte',
    band: 'Avec le changement, prouvé',
    exact: 'Avec le changement, calculé',
    unmoved: 'aucun changement',
    waiting: 'quand le curseur s’arrête',
    solving: 'En cours de calcul',
    between: (low, high) => `${low} à ${high}`,
    against: (less, more) => `${less} à ${more} par rapport au plan`,
    atLeast: (low) => `au moins ${low}`,
    atMost: (high) => `au plus ${high}`,
    noUpper: 'Aucun plan connu ne le permet : calculez-en un au-delà pour l’autre borne.',
    noLower: 'Aucune valeur duale connue ne s’y applique : calculez-en un au-delà pour l’autre borne.',
    nothing: 'rien n’est encore prouvé',
    open: 'Son plan',
    along: (name) => `Coût selon : ${name}`,
    alongLabel: (name, solved, cost) =>
      `Coût selon ${name} : ${solved} calculés, le plan à ${cost}. Tous les nombres sont dans le tableau.`,
    legend:
      'Les points ont été calculés. Les barres contiennent à coup sûr le coût exact ; une barre pâle est ouverte d’un côté.',
    heads: ['au moins', 'au plus', 'calculé'],
  },
};
