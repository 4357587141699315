/** What stands beside tables and pictures, and what cells say. */

export const notePhrases = {
  'A law with 0 checks has nothing to speak of in this scenario. hourmatch explain with the name of a law gives its equation from the source.':
    'Une loi avec 0 contrôle n’a rien à dire dans ce scénario. hourmatch explain suivi du nom d’une loi donne son équation, tirée des sources.',
  'Above zero: what reaches the site; below zero: what is stored or exported.':
    'Au-dessus de zéro : ce qui atteint le site ; au-dessous : ce qui est stocké ou exporté.',
  'Above zero: what reaches the site; below zero: what is stored.':
    'Au-dessus de zéro : ce qui atteint le site ; au-dessous : ce qui est stocké.',
  'All hours are UTC.': 'Toutes les heures sont en UTC.',
  'Annual cost of each phase by kind of cost, {unit}; the numbers are in the table of costs.':
    'Coût annuel de chaque phase par nature de coût, {unit} ; les nombres sont dans le tableau des coûts.',
  'At most 20 hours of each phase and weather year, largest first.':
    'Au plus 20 heures par phase et année météo, les plus grandes d’abord.',
  'At most {gap} was asked for.': 'Au plus {gap} était demandé.',
  'At work: what age and outages leave, on average over the years of the phase.':
    'En service : ce que laissent l’âge et les pannes, en moyenne sur les années de la phase.',
  'Band: lowest to highest of each day; line: mean of the day; as a share of the energy capacity.':
    'Bande : du plus bas au plus haut de chaque jour ; ligne : moyenne du jour ; en part de la capacité en énergie.',
  'CFE score with the grid counted: what the grid itself has of carbon-free energy in an hour counts as matched, as in the method of Google; the score above counts nothing of the grid.':
    'Score CFE, réseau compté : l’énergie sans carbone que le réseau contient dans l’heure compte comme couverte, selon la méthode de Google ; le score ci-dessus ne compte rien du réseau.',
  'CFE score: share of the load served without grid energy, hour by hour, the lowest of all weather years, rounded down. Curtailed share: of what the plants would have given in all weather years together.':
    'Score CFE : part de la charge servie sans énergie du réseau, heure par heure, la plus basse de toutes les années météo, arrondie vers le bas. Part écrêtée : de ce que les centrales auraient donné sur toutes les années météo ensemble.',
  'Cost: real money of {currency}, expected over the weather years, not discounted.':
    'Coût : monnaie constante en {currency}, espérance sur les années météo, non actualisé.',
  'Each phase in its hardest weather year: the lowest CFE score, and among equals the hardest week.':
    'Chaque phase dans son année météo la plus dure : le score CFE le plus bas, et à égalité la semaine la plus dure.',
  'Each twin is planned and proven as the plan itself is. The CFE score counts hour by hour in every case, also where the promise is kept by volume.':
    'Chaque jumeau est planifié et prouvé comme le plan lui-même. Le score CFE compte heure par heure dans chaque cas, même si la promesse est tenue en volume.',
  'Emissions of imported energy: none.': 'Émissions de l’énergie importée : aucune.',
  'Emissions of imported energy: {tonnes} t CO₂e over {phases}, at {factor} kg/MWh, direct, at the power stations alone, as scope 2 counts ({year}, {source}).':
    'Émissions de l’énergie importée : {tonnes} t CO₂e sur {phases}, à {factor} kg/MWh, directes, aux centrales seules, comme les compte le scope 2 ({year}, {source}).',
  'Emissions of imported energy: {tonnes} t CO₂e over {phases}, at {factor} kg/MWh, of a kind and year that the scenario does not state.':
    'Émissions de l’énergie importée : {tonnes} t CO₂e sur {phases}, à {factor} kg/MWh, d’une nature et d’une année que le scénario ne précise pas.',
  'Emissions of imported energy: {tonnes} t CO₂e over {phases}, at {factor} kg/MWh, of the life-cycle kind, fuel and plant included: above what scope 2 counts ({year}, {source}).':
    'Émissions de l’énergie importée : {tonnes} t CO₂e sur {phases}, à {factor} kg/MWh, sur le cycle de vie, combustible et centrale compris : plus que ne compte le scope 2 ({year}, {source}).',
  'Full cost counts that capital too, as annuities at the prices of the scenario, but not that of {names}, which has no price there.':
    'Le coût complet compte aussi ce capital, en annuités aux prix du scénario, mais pas celui de {names}, qui n’y a pas de prix.',
  'Full cost counts that capital too, as annuities at the prices of the scenario.':
    'Le coût complet compte aussi ce capital, en annuités aux prix du scénario.',
  'Hourly score: 1 − import ÷ load, hour by hour. Annual match: what can be claimed by volume over the year ÷ load; it may be above 100 %. An hour is unmatched from a ten-thousandth of the year’s mean load on.':
    'Score horaire : 1 − importation ÷ charge, heure par heure. Couverture annuelle : ce qui peut être revendiqué en volume sur l’année ÷ charge ; elle peut dépasser 100 %. Une heure est non couverte à partir d’un dix-millième de la charge moyenne de l’année.',
  'In the year it gives back {share} of the load.': 'Sur l’année, il restitue {share} de la charge.',
  'In the words in which each file was read.': 'Dans les mots, anglais, de la lecture de chaque fichier.',
  'Levelised cost is what this plan still spends: the capital of committed plant is spent and not in it.':
    'Le coût actualisé de l’énergie est ce que ce plan dépense encore : le capital des installations engagées est dépensé et n’y figure pas.',
  'Levelised cost leaves out the capital of {names}: committed, and without a price in the scenario.':
    'Le coût actualisé de l’énergie omet le capital de {names} : engagé, et sans prix dans le scénario.',
  'Matched share of the load in every hour of {phase}, weather year {year}: {words}, score {score}.':
    'Part couverte de la charge pour chaque heure de {phase}, année météo {year} : {words}, score de {score}.',
  'Matched share of the load: {words}': 'Part couverte de la charge : {words}',
  'Nothing was refused for these, but each may be a slip. They were told before the solve or follow from its answer.':
    'Rien n’a été refusé pour cela, mais chacun peut être une erreur. Ils ont été dits avant le calcul ou découlent de sa réponse.',
  'Real money, paid at the end of each year; discounted at {rate} a year to the beginning of the first phase. Capital is annualised over the lifetime of each plant, at the price of the year in which it was built or replaced; where that falls within a phase, the year of the phase shows the same amount in every year that is worth as much. Items that are 0 in every phase are left out.':
    'Monnaie constante, payée à la fin de chaque année ; actualisée à {rate} par an au début de la première phase. Le capital est annualisé sur la durée de vie de chaque installation, au prix de l’année de construction ou de remplacement ; si celle-ci tombe au milieu d’une phase, l’année de la phase montre le montant qui, payé chaque année, vaut autant. Les postes nuls dans chaque phase sont omis.',
  'Scenario {hash}: the same hash stands for the same question.':
    'Scénario {hash} : la même empreinte désigne la même question.',
  'Score {score}.': 'Score de {score}.',
  'State of charge of {name} over the year: lowest, highest and mean of each day as a share of its energy capacity.':
    'État de charge de {name} sur l’année : plus bas, plus haut et moyenne de chaque jour, en part de sa capacité en énergie.',
  'State of charge: {name}, {power} MW, {energy} MWh': 'État de charge : {name}, {power} MW, {energy} MWh',
  'Storage has power (MW) and energy (MWh).': 'Un stockage a une puissance (MW) et une énergie (MWh).',
  'Supply by source, load and waiting work in the hardest week.':
    'Alimentation par source, charge et travail en attente dans la semaine la plus dure.',
  'The darker an hour, the less of it is matched. An hour counts from {share} of the year’s mean load on.':
    'Plus une heure est sombre, moins elle est couverte. Une heure compte à partir de {share} de la charge moyenne de l’année.',
  'The least energy that stays unmatched with everything built that the scenario permits, cost aside.':
    'La moindre énergie qui reste non couverte si l’on construit tout ce que le scénario permet, quel qu’en soit le coût.',
  'The {hours} hours with the least renewable energy available for the work that arrives: {share} of the load before anything is stored, shifted or curtailed.':
    'Les {hours} heures où il y a le moins d’énergie renouvelable pour le travail qui arrive : {share} de la charge avant tout stockage, report ou écrêtement.',
  'all {count} hours matched': '{count} heures, toutes couvertes',
  'all overhead falls with the machines': 'tous les auxiliaires baissent avec les machines',
  'all work served in the hour it arrives': 'tout travail servi dans l’heure où il arrive',
  'cost falls without end': 'le coût baisse sans fin',
  'distance of cost and bound, as a share of the cost.': 'distance du coût à la borne, en part du coût.',
  'distance of cost and bound, as a share of {currency} {floor}: the plan costs less than 0.001 per MWh of work.':
    'distance du coût à la borne, en part de {floor} {currency} : le plan coûte moins de 0,001 par MWh de travail.',
  'every law below is kept': 'chaque loi ci-dessous est respectée',
  stated: 'indiqué',
  default: 'par défaut',
  'Under the names that the scenario has for them, which hourmatch schema explains: stated there, or what holds where they are left out. What is not listed was left out as well: it limits nothing, costs nothing, or is 0, as the schema says.':
    'Sous les noms qu’elles ont dans le scénario, que hourmatch schema explique : indiquées là, ou ce qui vaut où elles manquent. Ce qui n’est pas listé manque aussi : cela ne limite rien, ne coûte rien ou vaut 0, comme le dit le schéma.',
  'hourly profiles': 'profils horaires',
  'hourmatch {version} · document code {code}, of the SHA-256 of result.json':
    'hourmatch {version} · code du document {code}, du SHA-256 de result.json',
  'laws are broken: do not use': 'des lois sont enfreintes : ne pas utiliser',
  'no plan can cost less: proven from the duals': 'aucun plan ne peut coûter moins : prouvé par les variables duales',
  'no reserve in store, all output counted': 'pas de réserve stockée, toute la production comptée',
  'not known: limit reached': 'inconnu : limite atteinte',
  'not marked synthetic': 'non marqué comme synthétique',
  'not possible': 'impossible',
  'nothing stored': 'rien n’est stocké',
  'of any law, in any hour': 'd’une loi quelconque, à une heure quelconque',
  optimal: 'optimale',
  'published data': 'données publiées',
  'recomputed from capacities and flows': 'recalculé à partir des capacités et des flux',
  'technology data': 'données technologiques',
  'the same promise by volume over the year': 'la même promesse en volume sur l’année',
  'typical year, no chronology': 'année type, sans chronologie',
  '{column}: {hours} from {first} filled in ({method})': '{column} : {hours} complétées à partir de {first} ({method})',
  '{family}: share of the supply of every hour of {phase}, weather year {year}. {told}':
    '{family} : part de l’alimentation de chaque heure de {phase}, année météo {year}. {told}',
  '{family}: share of the supply of the hour': '{family} : part de l’alimentation de l’heure',
  '{format}: {why}. Clock: {zone}; {label}; rows every {minutes} min.':
    '{format} : {why}. Horloge : {zone} ; {label} ; une ligne toutes les {minutes} min.',
  '{hours} of {count} not fully matched': '{hours} sur {count} sans couverture complète',
  '{name} is not built in this phase.': '{name} n’est pas construit dans cette phase.',
  '{share} of the generation that reaches the site in the year.':
    '{share} de la production qui atteint le site dans l’année.',
  '{source} ({year}); cost set {set}, technology {technology}':
    '{source} ({year}) ; jeu de coûts {set}, technologie {technology}',
  '{title} by phase, {unit}; the numbers are in the table of phases.':
    '{title} par phase, {unit} ; les nombres sont dans le tableau des phases.',
};
