/** What is said about the frame of the pages, and the first of them, in French. */

import type { Words } from '../en.ts';

const plural = (count: number, one: string, many: string) => `${count}\u00a0${count < 2 ? one : many}`;

export const frame: Pick<
  Words,
  | 'tagline'
  | 'navigation'
  | 'skip'
  | 'scenarios'
  | 'profiles'
  | 'runs'
  | 'compare'
  | 'documentation'
  | 'plan'
  | 'hours'
  | 'scenario'
  | 'whatIf'
  | 'loading'
  | 'retry'
  | 'failed'
  | 'away'
  | 'connectionLost'
  | 'theme'
  | 'why'
  | 'noSuchPage'
  | 'key'
  | 'start'
  | 'pagesOfRun'
  | 'table'
  | 'colon'
> = {
  tagline: 'de l’énergie renouvelable à chaque heure',
  navigation: 'Principale',
  skip: 'Aller au contenu',
  scenarios: 'Scénarios',
  profiles: 'Profils',
  runs: 'Calculs',
  compare: 'Comparer',
  documentation: 'API',
  plan: 'Plan',
  hours: 'Heures',
  scenario: 'Scénario',
  whatIf: 'Et si',
  loading: 'Chargement…',
  retry: 'Réessayer',
  failed: 'Cela n’a pas abouti.',
  away: 'Le serveur ne répond pas.',
  connectionLost: 'Le serveur ne répond pas. Nouvel essai…',
  theme: { label: 'Thème', names: { system: 'du système', light: 'clair', dark: 'sombre' } },
  why: 'Qu’est-ce que ce nombre ?',
  noSuchPage: 'Cette page n’existe pas.',
  key: {
    title: 'Une clé est nécessaire',
    ended: 'La session est terminée',
    endedDetail:
      'Son temps était écoulé, ou sa clé a expiré ou a été révoquée. Reconnectez-vous, et cette page sera comme vous l’avez laissée ; votre dernière demande n’a pas été exécutée.',
    detail:
      'Ce serveur ne répond qu’avec une clé, ou avec un jeton de son émetteur s’il en a un. L’une ou l’autre ouvre une session de ce navigateur, de huit heures au plus et jamais plus longue que sa propre durée, et n’est gardé nulle part.',
    label: 'Clé ou jeton',
    send: 'Se connecter',
    signOut: 'Se déconnecter',
    unknown: 'Cette clé ou ce jeton n’est pas connu ici, a expiré ou a été révoqué.',
  },
  start: {
    title: 'Commencer par un campus',
    detail:
      'Rien n’est encore enregistré ici. Un clic enregistre un scénario fourni avec ses profils horaires et le planifie. Son soleil, son vent et sa charge sont synthétiques, non mesurés.',
    plan: 'Planifier',
    more: 'Autres scénarios fournis',
    phases: (count) => plural(count, 'phase', 'phases'),
    from: (first, last) => `de ${first} à ${last} de calcul`,
    weatherYears: (count) => plural(count, 'année météo', 'années météo'),
  },
  pagesOfRun: 'Pages du calcul',
  colon: '\u00a0: ',
  table: { show: 'Tableau', csv: 'CSV', sentence: 'En mots' },
};
