/** What is said while a scenario is changed, in French. */

import type { Words } from '../en.ts';

export const editor: Pick<Words, 'editor'> = {
  editor: {
    edit: 'Modifier',
    run: 'Calculer',
    undo: 'Annuler la modification',
    hint: 'Un calcul enregistre le scénario tel qu’il est ici ; celui dont il vient reste.',
    checking: 'Vérification…',
    valid: 'Rien n’y est faux.',
    faults: (count) => (count === 1 ? 'Une erreur :' : `${count} erreurs :`),
    changed: 'modifié',
    reset: (value) => `Revenir à ${value}`,
    leftOut: (count) => (count === 1 ? 'Omis : une valeur' : `Omis : ${count} valeurs`),
    ofSchema: 'valeur par défaut du schéma',
    set: 'Fixer',
    yamlHint:
      'Les centrales, stockages et phases s’ajoutent et s’enlèvent ici. Le texte est lu quand on quitte le champ.',
    noScenario: 'Ce n’est pas un scénario : des champs suivis de deux-points sont attendus.',
    download: 'Enregistrer en YAML',
  },
};
