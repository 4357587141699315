/** What studies say: values, alternatives, sweeps, other weather, repairs. */

export const studyPhrases = {
  'SYNTHETIC PROFILES: generated, not measured; no basis for an investment.':
    'PROFILS SYNTHÉTIQUES : générés, non mesurés ; ils ne fondent aucun investissement.',
  '{phase}: {asset}': '{phase} : {asset}',
  Size: 'Taille',
  Sizes: 'Tailles',
  hours: 'heures',
  // What things are worth
  '{name}: what things are worth': '{name} : ce que valent les choses',
  'Both audits hold: prices pay for what is built, no more and no less, and add up to the cost.':
    'Les deux contrôles tiennent : les prix rémunèrent ce qui est construit, ni plus ni moins, et leur somme est le coût.',
  'The plan is proven to a wider gap than a millionth, and its prices are no better than that.':
    'Le plan est prouvé à un écart supérieur à un millionième, et ses prix ne valent pas mieux.',
  Audits: 'Contrôles des prix',
  'Zero profit: of {sizes} that could be larger and are not nothing, none earns or loses more than {share} of the cost of the plan.':
    'Profit nul : sur {sizes} qui pourraient être plus grandes et ne sont pas nulles, aucune ne gagne ni ne perd plus de {share} du coût du plan.',
  '{count} size': '{count} taille',
  '{count} sizes': '{count} tailles',
  'Strong duality: cost {cost}, worth by prices {worth} {currency}, apart by {gap}.':
    'Dualité forte : coût {cost}, valeur aux prix {worth} {currency}, distants de {gap}.',
  'Break-even price of a contract for all that a plant produces, in {unit}':
    'Prix d’équilibre d’un contrat pour tout ce que produit une centrale, en {unit}',
  'Cost, income and profit are those of one more MW: present value in {currency}.':
    'Coût, recette et gain sont ceux d’un MW de plus : valeur actuelle en {currency}.',
  'Reduced cost of one more unit: what it costs more than it earns, present value in {currency}':
    'Coût réduit d’une unité de plus : ce qu’elle coûte de plus qu’elle ne rapporte, valeur actuelle en {currency}',
  'reduced cost': 'coût réduit',
  built: 'construit',
  'break-even': 'équilibre',
  cost: 'coût',
  income: 'recette',
  profit: 'gain',
  'Worth of one more unit, in {currency} a year': 'Valeur d’une unité de plus, en {currency} par an',
  stands: 'en place',
  'for nothing': 'une de plus, sans frais',
  'of maximum': 'une de plus au maximum',
  'Price of load, in {unit}': 'Prix de la charge, en {unit}',
  '{phase}, {year}: {mean} on average ({tiers}); the dearest hundredth of the hours is {share} of it.':
    '{phase}, {year} : {mean} en moyenne ({tiers}) ; le centième d’heures le plus cher en fait {share}.',
  '{tier} {price}': '{tier}\u00a0{price}',
  'Dearest hour {from}: {price}.': 'Heure la plus chère {from} : {price}.',
  'Price of load by month, in {unit}': 'Prix de la charge par mois, en {unit}',
  'One more hour to wait, discounted': 'Une heure d’attente de plus, en valeur actualisée',
  '{phase}, {tier}: {worth} for one more hour of deadline.':
    '{phase}, {tier} : {worth} pour une heure de plus d’échéance.',
  // What else is nearly as good
  '{name}: what else is nearly as good': '{name} : ce qui est presque aussi bon',
  'There is no cheapest plan to begin with: {status}. Where it is infeasible, hourmatch repair tells why.':
    'Il n’y a pas de plan le moins cher pour commencer : {status}. S’il est impossible, hourmatch repair dit pourquoi.',
  'At {share} more than the least cost of {cost}, no size is in every plan.':
    'À {share} de plus que le coût minimal de {cost}, aucune taille n’est dans tous les plans.',
  'At {share} more than the least cost of {cost}, in every plan there is {names}.':
    'À {share} de plus que le coût minimal de {cost}, il y a dans tous les plans {names}.',
  'At {share} more than the least cost': 'À {share} de plus que le coût minimal',
  'Must-haves and choices at {share}': 'Indispensables et choix à {share}',
  'Must-have: {name}, at least {size} {unit}.': 'Indispensable : {name}, au moins {size} {unit}.',
  'Choices, with nothing of them in some plan: {names}.': 'Choix, dont un plan au moins n’a rien : {names}.',
  'Not found out: {names}.': 'Non établi : {names}.',
  Groups: 'Groupes',
  '{asset} power': 'puissance de {asset}',
  '{asset} energy': 'énergie de {asset}',
  '{name}: {members}.': '{name} : {members}.',
  cheapest: 'le moins cher',
  least: 'minimum',
  'proven least': 'minimum prouvé',
  greatest: 'maximum',
  'proven most': 'maximum prouvé',
  'Whole plans that differ most': 'Plans entiers qui diffèrent le plus',
  'Plan {number}: {what}, {cost}.': 'Plan {number} : {what}, {cost}.',
  'plan {number}': 'plan n° {number}',
  'towards the least {name} in {phase}': 'vers le minimum de {name} en {phase}',
  'towards the least {name} power in {phase}': 'vers le minimum de puissance de {name} en {phase}',
  'towards the least {name} energy in {phase}': 'vers le minimum d’énergie de {name} en {phase}',
  'towards the greatest {name} power in {phase}': 'vers le maximum de puissance de {name} en {phase}',
  'towards the greatest {name} energy in {phase}': 'vers le maximum d’énergie de {name} en {phase}',
  'towards the greatest {name} in {phase}': 'vers le maximum de {name} en {phase}',
  // One or two fields varied
  '{name}: {path} varied': '{name} : {path} varié',
  '{name}: {path} and {other} varied': '{name} : {path} et {other} variés',
  '{count} value': '{count} valeur',
  '{count} values': '{count} valeurs',
  'Not complete: {solved} of {values} solved and verified. The same command goes on from here.':
    'Inachevé : {solved} sur {values} résolues et vérifiées. La même commande reprend d’ici.',
  'Stopped before all of it was found out. Missing: {names}.':
    'Arrêté avant que tout ne soit trouvé. Il manque : {names}.',
  'years of part {part} of {parts}': 'les années de la partie {part} sur {parts}',
  'the worst missed year added, until none is missed':
    'l’ajout de la pire année manquée, jusqu’à ce qu’aucune ne le soit',
  'With {years} no plan was found in time.': 'Avec {years}, aucun plan n’a été trouvé à temps.',
  'What is solved is proven to {gap} of its cost.': 'Ce qui est résolu est prouvé à {gap} de son coût près.',
  '{solved} of {values} solved and verified.': '{solved} sur {values} résolues et vérifiées.',
  '{solved} of {values} solved and verified; the others are proven to lie in a band of at most {widest}.':
    '{solved} sur {values} résolues et vérifiées ; il est prouvé que les autres sont dans une bande d’au plus {widest}.',
  '{solved} of {values} solved and verified; the others are proven to lie in a band of at most {widest}, {asked} asked for.':
    '{solved} sur {values} résolues et vérifiées ; il est prouvé que les autres sont dans une bande d’au plus {widest}, pour {asked} demandés.',
  'Cost of all phases, discounted, in {unit}; levelised in {price}':
    'Coût de toutes les phases, actualisé, en {unit} ; coût de l’énergie en {price}',
  'Cost in {unit} against {name}: from {first} at {from} to {last} at {to}.':
    'Coût en {unit} selon {name} : de {first} à {from} jusqu’à {last} à {to}.',
  solved: 'résolu',
  'proven: no plan below the lower line, some plan on the upper':
    'prouvé : aucun plan sous la ligne basse, un plan sur la ligne haute',
  answer: 'réponse',
  'at least': 'au moins',
  'at most': 'au plus',
  levelised: 'coût de l’énergie',
  'lowest score': 'score le plus bas',
  infeasible: 'impossible',
  unbounded: 'non borné',
  limit: 'arrêté',
  bounded: 'borné',
  open: 'ouvert',
  'What one more point of target costs': 'Ce que coûte un point d’objectif de plus',
  'What the last step closes: unmatched at {score}': 'Ce que ferme le dernier pas : non couvert à {score}',
  From: 'De',
  to: 'à',
  'a point': 'par point',
  'From a target of {from} to {to} one more point costs {cost}.':
    'D’un objectif de {from} à {to}, un point de plus coûte {cost}.',
  'subscribed power': 'puissance souscrite',
  // Other weather
  '{name}: its sizes in other weather': '{name} : ses tailles par une autre météo',
  '{phase}: least unmatched energy, in MWh': '{phase} : moindre énergie non couverte, en MWh',
  'Years made harder than they were: made, not measured': 'Années rendues plus dures : faites, non mesurées',
  'How it was found': 'Comment cela a été trouvé',
  'Sizes as planned, every hour of a year known ahead, the grid for whatever is missing: the least energy that is, whatever else it costs. Stretches and hours are those of the dispatch that was found; others may spread the same energy otherwise.':
    'Tailles comme prévu, chaque heure d’une année connue d’avance, le réseau pour tout ce qui manque : la moindre énergie qui manque, quoi qu’il en coûte par ailleurs. Suites et heures sont celles de la conduite trouvée ; d’autres peuvent répartir autrement la même énergie.',
  'Proven year by year: no dispatch leaves less, by more than {mwh} MWh in any of them.':
    'Prouvé année par année : aucune conduite ne laisse moins, à plus de {mwh} MWh près dans chacune.',
  'Tested in years made harder alone: --years names others.':
    'Testé seulement dans des années rendues plus dures : --years en nomme d’autres.',
  'Lowest score {score}, {phase} in {year}: {mwh} MWh unmatched.':
    'Score le plus bas {score}, {phase} en {year} : {mwh} MWh non couverts.',
  '{count} year': '{count} année',
  '{count} years': '{count} années',
  'The target of {target} is kept in all {years} it was not sized on.':
    'L’objectif de {target} est tenu dans les {years} pour lesquelles il n’a pas été calculé.',
  'The target of {target} is missed in {missed} of {years} it was not sized on.':
    'L’objectif de {target} est manqué dans {missed} sur {years} pour lesquelles il n’a pas été calculé.',
  score: 'taux couvert',
  unmatched: 'non couvert',
  'worst {hours} h': 'pires {hours} h',
  '{year} (sized on)': '{year} (calculé pour elle)',
  '{mwh} in {share} of them': '{mwh} dans {share} d’entre elles',
  'Of {years} it was not sized on: at most {ranks}; the mean of the worst {share} (CVaR) is {mwh}.':
    'Sur {years} pour lesquelles il n’a pas été calculé : au plus {ranks} ; la moyenne des pires {share} (CVaR) est de {mwh}.',
  '{name}. {what}': '{name} : {what}',
  '{year}: longest lull twice as long': '{year} : la plus longue accalmie deux fois plus longue',
  '{year}: wind 10 % down': '{year} : vent réduit de 10 %',
  '{year}: heat wave': '{year} : canicule',
  '{year}: plant late': '{year} : centrale en retard',
  '{year}: plant out': '{year} : centrale arrêtée',
  'The day from {from} once more after themselves.': 'Le jour à partir de {from} une fois de plus après lui-même.',
  'The {count} days from {from} once more after themselves.':
    'Les {count} jours à partir de {from} une fois de plus après eux-mêmes.',
  'Every capacity factor of wind a tenth lower.': 'Chaque facteur de charge du vent réduit d’un dixième.',
  '{degrees} °C more in the {count} hottest days on end, from {from}.':
    '{degrees} °C de plus pendant les {count} jours de suite les plus chauds, à partir de {from}.',
  'Overhead (PUE less 1) a quarter larger in the {count} hottest days on end, from {from}.':
    'Auxiliaires (PUE moins 1) accrus d’un quart pendant les {count} jours de suite les plus chauds, à partir de {from}.',
  '{name}, which makes most, not there in the first half of the year.':
    '{name}, qui produit le plus, absent la première moitié de l’année.',
  '{name}, which makes most, out for the {count} days from {from} in which it would make most.':
    '{name}, qui produit le plus, à l’arrêt pendant les {count} jours à partir de {from} où il produirait le plus.',
  // Why no plan exists
  '{name}: why there is no plan, and what would make one possible':
    '{name} : pourquoi il n’y a pas de plan, et ce qui en rendrait un possible',
  'What is missing whatever is built': 'Ce qui manque quoi que l’on construise',
  '{phase}, {year}: {mwh} MWh, of which {permitted} may be.':
    '{phase}, {year} : {mwh} MWh, dont {permitted} peuvent manquer.',
  '{name} (group)': '{name} (groupe)',
  'All of them: {names}.': 'Tous : {names}.',
};
