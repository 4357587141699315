/** What stands beside them. */

export const sectionNotePhrases = {
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
  'Expected over the weather years, of 8,760 hours each. Produced and curtailed at the plant, delivered at the site after losses on the way. Cost: all items of the plant in a year of the phase. Capture price: the shadow price of load, weighted by what the plant generates; capture rate: that over the mean price. P50 is the median of what is delivered in a weather year, P90 what nine of ten reach; of {count} weather years, so that P90 has a wide margin where they are few. Which plant served which hour, directly or out of store: hourmatch ledger.':
    'Espérance sur les années météo, de 8 760 heures chacune. Produit et écrêté à la centrale, livré au site après les pertes en route. Coût : tous les postes de la centrale sur une année de la phase. Prix capté : le prix dual de la charge, pondéré par ce que la centrale produit ; taux de captation : celui-ci sur le prix moyen. P50 est la médiane de ce qui est livré en une année météo, P90 ce que neuf sur dix atteignent ; sur {count} années météo, si bien que P90 a une large marge si elles sont peu nombreuses. Quelle centrale a servi quelle heure, directement ou par stockage : hourmatch ledger.',
  'Expected over the weather years, of 8,760 hours each. Full cycles: what is discharged over the energy capacity. Full and empty: within a thousandth of the most and the least that may be in store, at the end of an hour.':
    'Espérance sur les années météo, de 8 760 heures chacune. Cycles complets : ce qui est déchargé sur la capacité en énergie. Plein et vide : à un millième près du plus et du moins qui peut être stocké, à la fin d’une heure.',
  'Before cooling, expected over the weather years. Moved: work that was not done in the hour it came, counted once however long it waits. Longest wait of any weather year, if what came first is done first; it is never longer than the deadline.':
    'Avant refroidissement, espérance sur les années météo. Déplacé : travail qui n’a pas été fait dans l’heure où il est arrivé, compté une fois quelle que soit son attente. Attente la plus longue de toutes les années météo, si le premier arrivé est le premier fait ; elle ne dépasse jamais l’échéance.',
  '{phase}: by the year {annual} of the load may be claimed, hour by hour {hourly}: the difference is {mwh} MWh in {hours} of an expected year.':
    '{phase} : sur l’année, {annual} de la charge peuvent être revendiqués, heure par heure {hourly} : la différence est de {mwh} MWh en {hours} d’une année moyenne.',
  'Expected over the weather years, of 8,760 hours each; by the factor of the scenario for imported energy. If all came from the grid: load × factor, the location-based figure where the factor is that of the grid.':
    'Espérance sur les années météo, de 8 760 heures chacune ; selon le facteur du scénario pour l’énergie importée. Si tout venait du réseau : charge × facteur, le chiffre « location-based » si le facteur est celui du réseau.',
  'A report solves nothing. These studies of the same result answer it, each with a page of its own:':
    'Un rapport ne résout rien. Ces études du même résultat y répondent, chacune avec sa page :',
  'hourmatch values: what one more MW of each plant and storage is worth, and the price at which a contract would just be signed.':
    'hourmatch values : ce que vaut un MW de plus de chaque centrale et stockage, et le prix auquel un contrat serait tout juste signé.',
  'hourmatch sweep --vary matching.target=… --last-percent: what the last points of the target cost, in a proven band.':
    'hourmatch sweep --vary matching.target=… --last-percent : ce que coûtent les derniers points de l’objectif, dans une bande prouvée.',
  'hourmatch outsample: what these sizes do in weather they were not sized on.':
    'hourmatch outsample : ce que font ces tailles par une météo pour laquelle elles n’ont pas été calculées.',
  'hourmatch compare: what another plan costs more, by prices and by volumes.':
    'hourmatch compare : ce qu’un autre plan coûte de plus, par les prix et par les volumes.',
  'Hourly score (CFE): the share of the load that is served without grid energy, hour by hour: 1 − Σ import ÷ Σ load.':
    'Score horaire (CFE) : la part de la charge servie sans énergie du réseau, heure par heure : 1 − Σ importation ÷ Σ charge.',
  'Matched: an hour whose import is below a ten-thousandth of the year’s mean load.':
    'Couverte : une heure dont l’importation est inférieure à un dix-millième de la charge moyenne de l’année.',
  'Curtailed: what the weather would have given and nobody took.':
    'Écrêté : ce que la météo aurait donné et que personne n’a pris.',
  'Shadow price: what one more MWh of need in the hour would cost.':
    'Prix dual : ce que coûterait un MWh de besoin de plus dans l’heure.',
  'Levelised cost: a year’s cost of the phase ÷ its load.':
    'Coût actualisé de l’énergie : le coût annuel de la phase ÷ sa charge.',
  'Capital recovery factor: r ÷ (1 − (1 + r)⁻ⁿ) of a price over n years at the discount rate r, 1 ÷ n where r is 0.':
    'Facteur de recouvrement du capital : r ÷ (1 − (1 + r)⁻ⁿ) d’un prix sur n années au taux d’actualisation r, 1 ÷ n si r est nul.',
  'Version {version}, scenario {hash}. hourmatch verify with the directory of the result recomputes every law, cost and bound, and this document byte by byte; hourmatch optimise with its scenario.json solves it again.':
    'Version {version}, scénario {hash}. hourmatch verify suivi du répertoire du résultat recalcule chaque loi, coût et borne, et ce document octet par octet ; hourmatch optimise suivi de son scenario.json le résout à nouveau.',
  'Price × capital recovery factor is the capital of a year; interest during construction, replacements within a phase and what is left at the end are in the items of cost, not here.':
    'Prix × facteur de recouvrement du capital donne le capital d’une année ; les intérêts pendant la construction, les remplacements au milieu d’une phase et ce qui reste à la fin sont dans les postes de coût, pas ici.',
} as const;
