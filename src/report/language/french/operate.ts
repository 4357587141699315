/** What is told of a plan that is operated by forecasts. */

export const operatePhrases = {
  '{name}: operated by forecasts': '{name} : exploité selon des prévisions',
  'The first {hours} of {year} alone:': 'Les premières {hours} de {year} seulement :',
  '{forecast}, {phase} reaches {score}: {mwh} MWh unmatched in {hours}.':
    '{forecast}, {phase} atteint {score} : {mwh} MWh non couverts en {hours}.',
  '{forecast}, {phase} reaches {score}, and the target of {target} is kept: {mwh} MWh unmatched in {hours}.':
    '{forecast}, {phase} atteint {score}, et l’objectif de {target} est tenu : {mwh} MWh non couverts en {hours}.',
  '{forecast}, {phase} reaches {score}, and the target of {target} is missed: {mwh} MWh unmatched in {hours}.':
    '{forecast}, {phase} atteint {score}, et l’objectif de {target} est manqué : {mwh} MWh non couverts en {hours}.',
  'With perfect forecasts': 'Avec des prévisions parfaites',
  'With every day taken for the day before': 'Si chaque jour est pris pour la veille',
  'With forecasts that err by {share} a day ahead': 'Avec des prévisions qui se trompent de {share} un jour à l’avance',
  'With the issued forecasts': 'Avec les prévisions publiées',
  'windows of {hours} h, {kind}': 'fenêtres de {hours} h, {kind}',
  'the plan: the year known ahead': 'le plan : l’année connue d’avance',
  'perfect forecasts': 'prévisions parfaites',
  'erring forecasts': 'prévisions avec erreurs',
  'issued forecasts': 'prévisions publiées',
  persistence: 'persistance',
  perfect: 'parfaites',
  'the plan': 'le plan',
  forecast: 'prévision',
  'What is reached': 'Ce qui est atteint',
  'unmatched MWh': 'MWh non couverts',
  '{currency} a year': '{currency} par an',
  'Value of information: to know the hours of a window is worth {window} MWh unmatched; to know the year beyond them {beyond} MWh more.':
    'Valeur de l’information : connaître les heures d’une fenêtre vaut {window} MWh non couverts ; connaître l’année au-delà, {beyond} MWh de plus.',
  'Value of information: to know the hours of a window is worth {window} MWh unmatched and {paid} a year, what is imported counted at the price of the grid; to know the year beyond them {beyond} MWh more.':
    'Valeur de l’information : connaître les heures d’une fenêtre vaut {window} MWh non couverts et {paid} par an, l’énergie importée au prix du réseau ; connaître l’année au-delà, {beyond} MWh de plus.',
  'Of it {mwh} MWh were not imported, but are missing in store or left undone as the year ends.':
    'Dont {mwh} MWh non importés, mais qui manquent en stock ou restent à faire à la fin de l’année.',
  'Most in {month}: {mwh} MWh; the plan, which knows the year, leaves {plan} MWh in it.':
    'Le plus en {month} : {mwh} MWh ; le plan, qui connaît l’année, y laisse {plan} MWh.',
  'Unmatched energy of each month in MWh; the numbers are in the table.':
    'Énergie non couverte de chaque mois en MWh ; les chiffres sont dans le tableau.',
  'Unmatched by month, in MWh': 'Non couvert par mois, en MWh',
  'Hours with most unmatched': 'Heures les moins couvertes',
  Hour: 'Heure',
  'How far forecasts were off, of full power': 'Écart des prévisions, en part de la pleine puissance',
  '{hours} h ahead': '{hours} h à l’avance',
  'Every {step} h a window of {hours} h is solved with the forecasts of its first hour ({solver}); load is known. Each hour then answers the weather that came, and leaves the path of its window where that pays.':
    'Toutes les {step} h, une fenêtre de {hours} h est résolue avec les prévisions de sa première heure ({solver}) ; la charge est connue. Chaque heure répond ensuite à la météo survenue, et quitte la voie de sa fenêtre où cela vaut la peine.',
  'What is in store and what waits as a window ends is worth what the duals of the plan say. The plan knows its year: what windows do not see of it, those values do, so a true year would be somewhat harder.':
    'Ce qui est en stock et ce qui attend à la fin d’une fenêtre vaut ce que disent les prix duaux du plan. Le plan connaît son année : ce que les fenêtres n’en voient pas, ces valeurs le voient ; une vraie année serait donc un peu plus dure.',
  'Since forecasts err, a MWh in store or done is taken to be worth {price} {currency} an hour.':
    'Puisque les prévisions se trompent, un MWh en stock ou fait est estimé à {price} {currency} par heure.',
  'The plan hands out what may be imported; beyond it a MWh counts {beyond} {currency}.':
    'Le plan répartit ce qui peut être importé ; au-delà, un MWh compte {beyond} {currency}.',
  'The plan hands out what may be imported, at {price} {currency}/MWh beside its price; beyond it a MWh counts {beyond} {currency}.':
    'Le plan répartit ce qui peut être importé, à {price} {currency}/MWh en sus de son prix ; au-delà, un MWh compte {beyond} {currency}.',
};
