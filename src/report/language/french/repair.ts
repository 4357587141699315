/** What a repair says: why there is no plan, and what would make one possible. */

export const repairPhrases = {
  'the cheapest plan with all maxima lifted together':
    'le plan le moins cher une fois tous les maximums levés ensemble',
  'two maxima raised together': 'deux maximums relevés ensemble',
  'more work that may wait': 'plus de travail qui peut attendre',
  'a maximum and a change of the load together': 'un maximum et un changement de la charge ensemble',
  'A maximum and a change of the load together, neither of which is enough alone':
    'Un maximum et un changement de la charge ensemble, dont aucun ne suffit seul',
  'With less of either, and as much of the other, no plan exists.':
    'Avec moins de l’un et autant de l’autre, aucun plan n’existe.',
  'With that change and the maximum lifted the cheapest plan costs {cost}, discounted.':
    'Avec ce changement et le maximum levé, le plan le moins cher coûte {cost}, actualisé.',
  'share of the work': 'part du travail',
  'first year': 'première année',
  'a first year of {year}': 'une première année {year}',
  '{name} with {share} of the work': '{name} avec {share} du travail',
  'When, most energy first': 'Quand, le plus d’énergie d’abord',
  '{phase}, {from}, {hours}: {mwh} MWh, up to {mw} MW. {cause}':
    '{phase}, {from}, {hours} : {mwh} MWh, jusqu’à {mw} MW. {cause}',
  '{cause} So in {count} of the {all} largest stretches, {mwh} MWh together, up to {mw} MW: {stretches}.':
    '{cause} C’est le cas de {count} des {all} plus grandes suites, {mwh} MWh ensemble, jusqu’à {mw} MW : {stretches}.',
  '{phase}, {from} ({mwh} MWh)': '{phase}, {from} ({mwh} MWh)',
  'and {count} more': 'et {count} de plus',
  'no storage': 'pas de stockage',
  'storage at most as large as it may be': 'au plus le stockage permis',
  'No plant makes anything for {hours} h, and there is {store}.':
    'Aucune centrale ne produit rien pendant {hours} h, et il y a {store}.',
  'Plants could make enough in these {hours} h, but not when it is needed, and there is {store}.':
    'Les centrales pourraient produire assez en ces {hours} h, mais pas quand il le faut, et il y a {store}.',
  'With every site at its maximum {share} % of the mean load could be made in these {hours} h, and there is {store}.':
    'Avec chaque site à son maximum, {share} % de la charge moyenne pourraient être produits en ces {hours} h, et il y a {store}.',
  'Not enough alone, however much of it': 'Insuffisant seul, quelle qu’en soit la quantité',
  '{remedy}: {mwh} MWh too many stay unmatched.': '{remedy} : {mwh} MWh de trop restent non couverts.',
  'Not found out': 'Non établi',
  '{remedy}.': '{remedy}.',
  'Energy suffices in every year: plan it with optimise; what still forbids a plan is another law, such as a floor, a ramp or a connection.':
    'L’énergie suffit chaque année : planifiez avec optimise ; ce qui interdit encore un plan est une autre loi, comme une puissance minimale, une rampe ou un raccordement.',
  '{mwh} MWh too many stay unmatched. Enough alone: nothing that was tried is enough alone.':
    '{mwh} MWh de trop restent non couverts. Suffisant seul : rien de ce qui a été essayé ne suffit seul.',
  '{mwh} MWh too many stay unmatched. Enough alone: {remedies}.':
    '{mwh} MWh de trop restent non couverts. Suffisant seul : {remedies}.',
  '{one}; or {other}': '{one} ; ou {other}',
  'Firm value: flat load that 100 MW more would carry at the same cost, at most':
    'Valeur ferme : charge constante que 100 MW de plus porteraient au même coût, au plus',
  Asset: 'Actif',
  'flat load, MW': 'charge constante, MW',
  'Every year tested once, with sizes of all years but those of its part':
    'Chaque année testée une fois, avec les tailles de toutes les années hors de sa part',
  'Tested in': 'Testé en',
  'sized on': 'dimensionné sur',
  missed: 'manquées',
  'unmatched, MWh': 'non couvert, MWh',
  'no plan': 'aucun plan',
  'The worst missed year added, until none is missed': 'La pire année manquée ajoutée, jusqu’à ce qu’aucune ne le soit',
  'With {years} there is no plan.': 'Avec {years}, il n’y a pas de plan.',
  'A plan that knows {years} misses none of them all, for {cost}.':
    'Un plan qui connaît {years} n’en manque aucune, pour {cost}.',
  Added: 'Ajoutée',
  'cost before': 'coût avant',
  'What would make a plan possible: {remedies}.': 'Ce qui rendrait un plan possible : {remedies}.',
  '{one} and {other}': '{one} et {other}',
  'for {cost} {maxima}': 'pour {cost} {maxima}',
  'Larger maxima are not enough, however large.': 'Des maxima plus grands ne suffisent pas, si grands soient-ils.',
  'a target of {share}': 'un objectif de {share}',
  '{name} with a {what} of {value} {unit}': '{name}, {what} de {value} {unit}',
  'site maximum': 'maximum de site',
  'storage maximum': 'maximum de stockage',
  'link maximum': 'maximum de ligne',
  deadline: 'échéance',
  target: 'objectif',
  'Each of these alone is enough, and no less of it': 'Chacun de ceux-ci suffit seul, et pas moins',
  'Two maxima raised together, at the least cost': 'Deux maxima relevés ensemble, au moindre coût',
  'With both maxima lifted the cheapest plan costs {cost}, discounted.':
    'Les deux maxima levés, le plan le moins cher coûte {cost}, actualisé.',
  Remedy: 'Remède',
  now: 'présent',
  enough: 'suffisant',
  'too little': 'trop peu',
  'above {value}': 'au-dessus de {value}',
  'below {value}': 'au-dessous de {value}',
  'The cheapest plan with all maxima lifted together': 'Le plan le moins cher, tous les maximums levés ensemble',
  'It costs {cost}, discounted, and goes beyond none of them.': 'Il coûte {cost}, actualisé, et n’en dépasse aucun.',
  'It costs {cost}, discounted, and goes beyond {maxima}.': 'Il coûte {cost}, actualisé, et dépasse {maxima}.',
  '{count} maximum': '{count} limite maximale',
  '{count} maxima': '{count} limites maximales',
  Maximum: 'Limite maximale',
  'in that plan': 'dans ce plan',
};
