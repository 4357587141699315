/** What stands beside them. */

export const sectionNotePhrases = {
  'In no month and hour of the day is one hour in ten short, {phase}.':
    'À aucun mois ni aucune heure du jour, une heure sur dix ne manque d’énergie, {phase}.',
  'What reaches the site by kind of source, and the load; what stands above it is stored or exported.':
    'Ce qui atteint le site par nature de source, et la charge ; ce qui la dépasse est stocké ou exporté.',
  'Supply by kind of source and load on the average day of each month, {phase}.':
    'Alimentation par nature de source et charge au jour moyen de chaque mois, {phase}.',
  'What plants could give at the site before anything is curtailed, plus what storages give, less what they take, less the load, by hour of the day (UTC) and month. The mean of a month may be nothing although days are short, so the shortage that one hour in ten exceeds stands beside it.':
    'Ce que les centrales pourraient donner au site avant tout écrêtement, plus ce que les stockages donnent, moins ce qu’ils prennent, moins la charge, par heure du jour (UTC) et par mois. La moyenne d’un mois peut être nulle alors que des jours manquent : le manque dépassé une heure sur dix figure donc à côté.',
  'No hour is unmatched in any phase and weather year.':
    'Aucune heure n’est non couverte, dans aucune phase ni année météo.',
  '{count} stretches of unmatched hours in all phases and weather years, {mwh} MWh together.':
    '{count} suites d’heures non couvertes sur toutes les phases et années météo, {mwh} MWh ensemble.',
  'At most 20, largest first; matched hours between two that are not belong to the stretch while they are at most six. A storage that gives the deepest MW and holds the MWh would have covered it, as far as it could be filled from what was curtailed before.':
    'Au plus 20, les plus grands d’abord ; des heures couvertes entre deux qui ne le sont pas appartiennent à la suite tant qu’elles sont six au plus. Un stockage qui donne la puissance la plus profonde et contient ces MWh l’aurait couverte, pour autant que l’énergie écrêtée avant l’ait rempli.',
  'By the shadow price of load, which says what one more MWh in the hour would cost: stretches above three times the mean of the year, the three that weigh most of each phase and weather year.':
    'Selon le prix dual de la charge, qui dit ce que coûterait un MWh de plus dans l’heure : suites au-dessus de trois fois la moyenne de l’année, les trois qui pèsent le plus pour chaque phase et année météo.',
  'Expected over the weather years, of 8,760 hours each. Produced and curtailed at the plant, delivered at the site after losses on the way. P50 is the median of what is delivered in a weather year, P90 what nine of ten reach; of {years}, so that P90 has a wide margin where they are few.':
    'Espérance sur les années météo, de 8 760 heures chacune. Produit et écrêté à la centrale, livré au site après les pertes en route. P50 est la médiane de ce qui est livré en une année météo, P90 ce que neuf sur dix atteignent ; sur {years}, si bien que P90 a une large marge si elles sont peu nombreuses.',
  'Cost: all items of the plant in a year of the phase. Capture price: the shadow price of load, weighted by what the plant generates; capture rate: that over the mean price of all hours; shape cost: the mean price less it.':
    'Coût : tous les postes de la centrale sur une année de la phase. Prix capté : le prix dual de la charge, pondéré par ce que la centrale produit ; taux de captation : celui-ci sur le prix moyen de toutes les heures ; coût de forme : le prix moyen moins celui-ci.',
  'Stored, used and share of load by plant are of the hour ledger, which was not made: {command}':
    'Stocké, utilisé et part de la charge par centrale viennent du registre horaire, qui n’a pas été fait : {command}',
  'Stored, used and share of load are of the hour ledger: used is what served the load, directly or out of store.':
    'Stocké, utilisé et part de la charge viennent du registre horaire : utilisé est ce qui a servi la charge, directement ou par stockage.',
  'Break-even prices are of the study of values, which was not run: {command}':
    'Les prix d’équilibre viennent de l’étude des valeurs, qui n’a pas été menée : {command}',
  'Break-even price: of a contract for all that the plant produces, for what the phase may build.':
    'Prix d’équilibre : celui d’un contrat pour tout ce que la centrale produit, pour ce que la phase peut construire.',
  'The hour ledger, and scope 2 by the hour, were not made; in the directory of the result: {command}':
    'Le registre horaire, et le scope 2 par heure, n’ont pas été faits ; dans le répertoire du résultat : {command}',
  'Planned, not issued: by rule {rule}, storages {order}.':
    'Prévu, non émis : selon la règle {rule}, stockages {order}.',
  '{count} weather year': '{count} année météo',
  '{count} weather years': '{count} années météo',
  'first in, first out': 'premier entré, premier sorti',
  'last in, first out': 'dernier entré, premier sorti',
  'weighted average': 'moyenne pondérée',
  'Whole watt-hours of each weather year, told in MWh; hourmatch ledger verify recomputes every row.':
    'Wattheures entiers de chaque année météo, dits en MWh ; hourmatch ledger verify recalcule chaque ligne.',
  'Load is the sum of the rest, to the watt-hour. Of unknown origin: in store before the year that fills the storages; it matches nothing.':
    'La charge est la somme du reste, au wattheure près. D’origine inconnue : stocké avant l’année qui remplit les stockages ; cela ne couvre rien.',
  'Shares are rounded down; what whole watt-hours lose counts as unmatched.':
    'Parts arrondies vers le bas ; ce que perdent les wattheures entiers compte comme non couvert.',
  'In force: the GHG Protocol Scope 2 Guidance of 2015; proposed: its revision, in consultation until January 2026. Steps of hourly matching: 50 % now, 75 % by 2030, 90 % by 2035, of the SBTi Corporate Net-Zero Standard 2.0 of June 2026, optional now, recommended from 2028, compulsory in the cycle from 2030.':
    'En vigueur : le guide Scope 2 du GHG Protocol de 2015 ; proposé : sa révision, en consultation jusqu’en janvier 2026. Paliers de couverture horaire : 50 % à présent, 75 % d’ici 2030, 90 % d’ici 2035, selon la norme Corporate Net-Zero 2.0 de la SBTi, juin 2026, facultative à présent, recommandée dès 2028, obligatoire dans le cycle de 2030.',
  direct: 'directes',
  'life cycle': 'cycle de vie',
  'kind not stated': 'nature non précisée',
  'year not stated': 'année non précisée',
  'the scenario': 'le scénario',
  'residual mix': 'mix résiduel',
  'fossil share of the grid': 'part fossile du réseau',
  'mean of the grid': 'moyenne du réseau',
  'Factor of the grid: {factor} kg/MWh, {kind}, {year}, {source}.':
    'Facteur du réseau : {factor} kg/MWh, {kind}, {year}, {source}.',
  'Factor of what is unmatched, {basis}: {factor} kg/MWh, {kind}, {year}, {source}.':
    'Facteur de ce qui est non couvert, {basis} : {factor} kg/MWh, {kind}, {year}, {source}.',
  'Scope 2 counts what is emitted at the power stations: a factor of the kind direct.':
    'Le scope 2 compte ce qui est émis aux centrales : un facteur de nature directe.',
  'Expected over the weather years, of 8,760 hours each. Full cycles: what is discharged over the energy capacity. Full and empty: within a thousandth of the most and the least that may be in store, at the end of an hour.':
    'Espérance sur les années météo, de 8 760 heures chacune. Cycles complets : ce qui est déchargé sur la capacité en énergie. Plein et vide : à un millième près du plus et du moins qui peut être stocké, à la fin d’une heure.',
  'Before cooling, expected over the weather years. Moved: work that was not done in the hour it came, counted once however long it waits. Longest wait of any weather year, if what came first is done first; it is never longer than the deadline.':
    'Avant refroidissement, espérance sur les années météo. Déplacé : travail qui n’a pas été fait dans l’heure où il est arrivé, compté une fois quelle que soit son attente. Attente la plus longue de toutes les années météo, si le premier arrivé est le premier fait ; elle ne dépasse jamais l’échéance.',
  '{phase}: by the year {annual} of the load may be claimed, hour by hour {hourly}: the difference is {mwh} MWh of an expected year. Unmatched by the hour are {imported} MWh in {hours}.':
    '{phase} : sur l’année, {annual} de la charge peuvent être revendiqués, heure par heure {hourly} : la différence est de {mwh} MWh d’une année moyenne. Non couverts heure par heure : {imported} MWh en {hours}.',
  'Expected over the weather years, of 8,760 hours each; by the factor of the scenario for imported energy. If all came from the grid: load × factor, the location-based figure where the factor is that of the grid.':
    'Espérance sur les années météo, de 8 760 heures chacune ; selon le facteur du scénario pour l’énergie importée. Si tout venait du réseau : charge × facteur, le chiffre « location-based » si le facteur est celui du réseau.',
  'A report solves nothing: what stands here was found by studies of this result, which are verified by themselves.':
    'Un rapport ne résout rien : ce qui figure ici a été trouvé par des études de ce résultat, qui sont vérifiées à part.',
  'This study was not run; in the directory of the result: {command}':
    'Cette étude n’a pas été menée ; dans le répertoire du résultat : {command}',
  'What one more MW is worth, and break-even prices': 'Ce que vaut un MW de plus, et prix d’équilibre',
  'What one more MW of each plant and storage is worth, and the price at which a contract would just be signed.':
    'Ce que vaut un MW de plus de chaque centrale et stockage, et le prix auquel un contrat serait tout juste signé.',
  'Must-haves and choices': 'Indispensables et choix',
  'Which sizes are in every plan that costs little more, and which are a choice.':
    'Quelles tailles sont dans tous les plans qui coûtent à peine plus, et lesquelles sont un choix.',
  'The last per cent': 'Le dernier pour cent',
  'What the last points of the target cost, in a proven band.':
    'Ce que coûtent les derniers points de l’objectif, dans une bande prouvée.',
  'In weather it was not sized on': 'Par une météo pour laquelle il n’a pas été calculé',
  'What these sizes do in other weather, and in years made harder.':
    'Ce que font ces tailles par une autre météo, et dans des années rendues plus dures.',
  'What would make a plan possible': 'Ce qui rendrait un plan possible',
  'The least of each remedy that would make a plan possible.':
    'Le moins de chaque remède qui rendrait un plan possible.',
  'Hourly score (CFE): the share of the load that is served without grid energy, hour by hour: 1 − Σ import ÷ Σ load.':
    'Score horaire (CFE) : la part de la charge servie sans énergie du réseau, heure par heure : 1 − Σ importation ÷ Σ charge.',
  'Matched: an hour whose import is below a ten-thousandth of the year’s mean load.':
    'Couverte : une heure dont l’importation est inférieure à un dix-millième de la charge moyenne de l’année.',
  'Curtailed: what the weather would have given and nobody took.':
    'Écrêté : ce que la météo aurait donné et que personne n’a pris.',
  'Shadow price: what one more MWh of need in the hour would cost.':
    'Prix dual : ce que coûterait un MWh de besoin de plus dans l’heure.',
  'Reduced cost: what one more unit would cost beyond what its hours earn at these prices; 0 where it is worth building.':
    'Coût réduit : ce que coûterait une unité de plus au-delà de ce que rapportent ses heures à ces prix ; 0 là où elle vaut d’être construite.',
  'P50, P90: what half and nine tenths of the weather years reach.':
    'P50, P90 : ce qu’atteignent la moitié et neuf dixièmes des années météo.',
  'Vintage: what one phase builds; it wears out by itself.':
    'Millésime : ce que construit une phase ; il s’use à part.',
  'Twin: the same campus and weather with one thing changed, planned and proven alike.':
    'Jumeau : le même campus et la même météo avec une seule chose changée, planifié et prouvé de même.',
  'Laws that were checked in every hour, with their equations': 'Lois contrôlées à chaque heure, avec leurs équations',
  Equation: 'Équation',
  'hourmatch explain with the name of a law tells it in words.':
    'hourmatch explain suivi du nom d’une loi la dit en mots.',
  Symbols: 'Symboles',
  Symbol: 'Symbole',
  'hour, phase, weather year; hours in a circle': 'heure, phase, année météo ; heures en cercle',
  'plant, storage, link, tier, campaign': 'centrale, stockage, ligne, classe, campagne',
  'vintage, calendar year': 'millésime, année civile',
  'built; of a tier: what may still be held back': 'construit ; d’une classe : ce qui peut encore être retenu',
  'what stands; share of it that is at work': 'ce qui est en place ; part qui en est en service',
  'power and energy of a storage': 'puissance et énergie d’un stockage',
  'capacity of a link; subscribed power': 'capacité d’une ligne ; puissance souscrite',
  'capacity factor; what a plant gives': 'facteur de charge ; ce que donne une centrale',
  'charge, discharge, state of charge at the end of the hour': 'charge, décharge, état de charge à la fin de l’heure',
  'self-discharge in an hour; efficiency of charging and discharging':
    'autodécharge en une heure ; rendement de charge et de décharge',
  'IT power; work done': 'puissance informatique ; travail fait',
  'work that arrives; work that waits at the end of the hour':
    'travail qui arrive ; travail qui attend à la fin de l’heure',
  'work given up; work held back': 'travail abandonné ; travail retenu',
  'deadline of a tier': 'échéance d’une classe',
  'import; export': 'importation ; exportation',
  'hours of the weather year': 'heures de l’année météo',
  'corners of a throughput curve: power, work': 'coins d’une courbe de débit : puissance, travail',
  'Levelised cost: a year’s cost of the phase ÷ its load.':
    'Coût actualisé de l’énergie : le coût annuel de la phase ÷ sa charge.',
  'Capital recovery factor: r ÷ (1 − (1 + r)⁻ⁿ) of a price over n years at the discount rate r, 1 ÷ n where r is 0.':
    'Facteur de recouvrement du capital : r ÷ (1 − (1 + r)⁻ⁿ) d’un prix sur n années au taux d’actualisation r, 1 ÷ n si r est nul.',
  'Version {version}, scenario {hash}. hourmatch verify with the directory of the result recomputes every law, cost and bound, and this document byte by byte; hourmatch optimise with its scenario.json solves it again.':
    'Version {version}, scénario {hash}. hourmatch verify suivi du répertoire du résultat recalcule chaque loi, coût et borne, et ce document octet par octet ; hourmatch optimise suivi de son scenario.json le résout à nouveau.',
  'Price × (1 + interest while built) × capital recovery factor is the capital of a year; replacements, what was committed and what is left at the end are in the items of cost, not here.':
    'Prix × (1 + intérêts pendant la construction) × facteur de recouvrement du capital donne le capital d’une année ; les remplacements, ce qui était engagé et ce qui reste à la fin sont dans les postes de coût, pas ici.',
};
