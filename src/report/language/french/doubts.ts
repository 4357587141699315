/** Doubts about a scenario and its answer, as results hold them, and why a solver was taken. */

export const doubtPhrases = {
  '{where}: {problem}.': '{where} : {problem}.',
  '{where}: {problem}': '{where} : {problem}',
  '{problem}; expected {expected}.': '{problem} ; attendu : {expected}.',
  '{value} {unit}, where at least {bound} is usual': '{value} {unit}, où au moins {bound} est d’usage',
  '{value} {unit}, where at most {bound} is usual': '{value} {unit}, où au plus {bound} est d’usage',
  'If it is meant, nothing needs to be done.': 'Si c’est voulu, il n’y a rien à faire.',
  'Did you mean {value}? It looks like {slip}.': 'Vouliez-vous dire {value} ? On dirait {slip}.',
  'percent written as a fraction': 'des pour cent écrits comme une fraction',
  'percent divided by 100 twice': 'des pour cent divisés deux fois par 100',
  'kW written as MW': 'des kW écrits comme des MW',
  'GW written as MW': 'des GW écrits comme des MW',
  'kWh written as MWh': 'des kWh écrits comme des MWh',
  'months written as years': 'des mois écrits comme des années',
  'a share a day written as one an hour': 'une part par jour écrite comme une part par heure',
  'kg per kWh, or tonnes per MWh, written as kg per MWh':
    'des kg par kWh, ou des tonnes par MWh, écrits comme des kg par MWh',
  'g per MWh written as kg per MWh': 'des g par MWh écrits comme des kg par MWh',
  'a price per kWh written as one per MWh': 'un prix par kWh écrit comme un prix par MWh',
  'a price per GWh written as one per MWh': 'un prix par GWh écrit comme un prix par MWh',
  'a price per kg written as one per tonne': 'un prix par kg écrit comme un prix par tonne',
  'a price per kilotonne written as one per tonne': 'un prix par kilotonne écrit comme un prix par tonne',
  'a charge per GWh written as one per MWh': 'une redevance par GWh écrite comme une redevance par MWh',
  'a charge per kW written as one per MW': 'une redevance par kW écrite comme une redevance par MW',
  'a year': 'par an',
  'of the IT capacity': 'de la capacité informatique',
  'MW of the site for each MW of IT': 'MW du site par MW informatique',
  'of the load': 'de la charge',
  'of what enters': 'de ce qui entre',
  'one way': 'dans un sens',
  'an hour': 'par heure',
  'on average': 'en moyenne',
  'per tonne': 'par tonne',
  'per MWh': 'par MWh',
  'per MW and year': 'par MW et par an',
  '{count} h': '{count} h',
  'no hours at all': 'pas une heure',
  '{energy} MWh for {power} MW is {hours}, beyond the longest duration of {longest} h':
    '{energy} MWh pour {power} MW font {hours}, au-delà de la plus longue durée de {longest} h',
  'Expected at most {most} MWh, or more committedMW: with so little power the energy is of little use.':
    'Attendu : au plus {most} MWh, ou plus de committedMW ; avec si peu de puissance, l’énergie sert peu.',
  '{size} MW for {it} MW of IT: {times} times as much, or more than any plant has':
    '{size} MW pour {it} MW informatiques : {times} fois autant, ou plus qu’aucune centrale',
  'It looks like “no limit”: give what could be built there, or leave out what may be left out.':
    'On dirait « sans limite » : donnez ce qui pourrait y être construit, ou omettez ce qui peut l’être.',
  '{least} to {most}': 'de {least} à {most}',
  '{value} {unit}, where technology {technology} has {span}': '{value} {unit}, où la technologie {technology} a {span}',
  'Did you mean {value}? A thousand between them looks like {slip}.':
    'Vouliez-vous dire {value} ? Un facteur mille ressemble à {slip}.',
  'a value per kW or kWh written as one per MW or MWh': 'une valeur par kW ou kWh écrite comme par MW ou MWh',
  'a value per GW or GWh written as one per MW or MWh': 'une valeur par GW ou GWh écrite comme par MW ou MWh',
  '{phase} pays by export: {export} MWh a year are exported beside a load of {load} MWh and earn {earned} {currency} of the {gross} that the phase costs; {sites} at the site maximum, which decides how much is built':
    '{phase} se paie par l’exportation : {export} MWh par an sont exportés à côté d’une charge de {load} MWh et rapportent {earned} {currency} des {gross} que coûte la phase ; {sites} au maximum du site, qui décide de ce qui est construit',
  '{phase} costs {price} {currency} for each MWh of load, below zero: {export} MWh a year are exported beside a load of {load} MWh and earn {earned} {unit} of the {gross} that the phase costs; {sites} at the site maximum, which decides how much is built':
    '{phase} coûte {price} {currency} par MWh de charge, moins que zéro : {export} MWh par an sont exportés à côté d’une charge de {load} MWh et rapportent {earned} {unit} des {gross} que coûte la phase ; {sites} au maximum du site, qui décide de ce qui est construit',
  '{phase} costs {price} {currency} for each MWh of load, below zero: {export} MWh a year are exported beside a load of {load} MWh and earn {earned} {unit} of the {gross} that the phase costs':
    '{phase} coûte {price} {currency} par MWh de charge, moins que zéro : {export} MWh par an sont exportés à côté d’une charge de {load} MWh et rapportent {earned} {unit} des {gross} que coûte la phase',
  '{name} stands with {mw} MW': '{name} est en place avec {mw} MW',
  'Did you mean a plan for the load alone? Set grid.exportPricePerMWh to what surplus really earns (0 for nothing), or grid.exportLimitMW to what the connection takes.':
    'Vouliez-vous un plan pour la seule charge ? Mettez grid.exportPricePerMWh à ce que le surplus rapporte vraiment (0 pour rien), ou grid.exportLimitMW à ce que prend le raccordement.',
  '{tier} draws {share} % of its energy in {phase} for no work: more load leaves more to be imported by a target below 1, or exported by a share of it, and earns in hours that pay for import':
    '{tier} prend {share} % de son énergie en {phase} sans travail : plus de charge laisse plus à importer sous un objectif inférieur à 1, ou à exporter selon sa part, et rapporte aux heures où l’importation est payée',
  'Did you mean the work? A target of 1, or none, and no grid.exportShare count no load; a rampSharePerHour holds power up as well.':
    'Vouliez-vous le travail ? Un objectif de 1, ou aucun, et pas de grid.exportShare ne comptent pas de charge ; un rampSharePerHour maintient aussi la puissance.',
  // Why a solver was taken
  '{solver} was asked for': '{solver} a été demandé',
  '{rows} rows and {columns} columns are few enough for a dense table in plain JavaScript':
    '{rows} lignes et {columns} colonnes sont assez peu pour un tableau dense en JavaScript',
  '{rows} rows and {columns} columns call for a sparse solver':
    '{rows} lignes et {columns} colonnes demandent un solveur creux',
  '{count} block of hours, linked by their sizes': '{count} bloc d’heures, relié par ses tailles',
  '{count} blocks of hours, linked by their sizes': '{count} blocs d’heures, reliés par leurs tailles',
  'time was over before the first programme was written':
    'le temps était écoulé avant que le premier programme fût écrit',
  'each phase given what stands': 'chaque phase selon ce qui est en place',
  'each phase given what stands: {done} of {all} were planned when time was over in {phase}':
    'chaque phase selon ce qui est en place : {done} sur {all} étaient planifiées quand le temps s’est écoulé en {phase}',
};
