/** What is told of an hourly file when it is looked into: what gave its format away, and what it leaves open. */

export const fileFactPhrases = {
  'On which clock are the stamps? The file does not say.':
    'Sur quelle horloge sont les repères ? Le fichier ne le dit pas.',
  'On which clock are the stamps? The file does not say. An hour stands twice and another is missing, as on clocks that are put back and forward.':
    'Sur quelle horloge sont les repères ? Le fichier ne le dit pas. Une heure figure deux fois et une autre manque, comme aux horloges que l’on recule et avance.',
  'Does a stamp name the start, the middle or the end of its interval?':
    'Un repère nomme-t-il le début, le milieu ou la fin de son intervalle ?',
  'In which unit is {columns}?': 'En quelle unité est {columns} ?',
  'What is the nameplate behind {columns}? Capacity factors need it, a load does not.':
    'Quelle est la puissance nominale derrière {columns} ? Des facteurs de charge la demandent, une charge non.',
  'Is {columns}, which never falls, the reading of a meter?':
    '{columns}, qui ne baisse jamais, est-ce le relevé d’un compteur ?',
  'Does the day or the month come first in its dates? The figures here are read as {answer}.':
    'Est-ce le jour ou le mois qui vient d’abord dans ses dates ? Les chiffres d’ici sont lus comme {answer}.',
  'Does the day or the month come first in its dates? The figures here are read as {answer}, which leaves fewer gaps.':
    'Est-ce le jour ou le mois qui vient d’abord dans ses dates ? Les chiffres d’ici sont lus comme {answer}, ce qui laisse moins de lacunes.',
  'Is the decimal mark a point or a comma? The figures here are read as {answer}.':
    'Le signe décimal est-il un point ou une virgule ? Les chiffres d’ici sont lus comme {answer}.',
  'When does the first row begin, and how far are rows apart? Nothing in the file tells the time; the hours here begin at {answer}, for want of an answer.':
    'Quand commence la première ligne, et de combien les lignes sont-elles espacées ? Rien dans le fichier ne dit l’heure ; faute de réponse, les heures d’ici commencent à {answer}.',
  'Which part is meant? The file is {what}.': 'De quelle partie s’agit-il ? Le fichier est {what}.',
  'a workbook of {count} sheets': 'un classeur de {count} feuilles',
  'an archive of {count} files': 'une archive de {count} fichiers',
  'sheet {name} of a workbook': 'feuille {name} d’un classeur',
  '{name} of an archive': '{name} d’une archive',
  '{from} in {name} of an archive': '{from} dans {name} d’une archive',
  '{from} in gzip': '{from} dans gzip',
  'line 1 is "# hourmatch profile", line {line} names the series':
    'la ligne 1 est « # hourmatch profile », la ligne {line} nomme les séries',
  'its comment lines say so': 'ses lignes de commentaire le disent',
  'line 1 is the metadata of Open-Meteo; the hours are below line {line}':
    'la ligne 1 donne les métadonnées d’Open-Meteo ; les heures sont sous la ligne {line}',
  'line {line} is the header "{header}" of a typical year of PVGIS':
    'la ligne {line} est l’en-tête « {header} » d’une année type de PVGIS',
  'line {line} is the header "{header}" of hourly PVGIS series':
    'la ligne {line} est l’en-tête « {header} » de séries horaires de PVGIS',
  'line 1 is the LOCATION of an EnergyPlus weather file': 'la ligne 1 est la LOCATION d’un fichier météo d’EnergyPlus',
  'line {line} is the header "{header}" of TMY3': 'la ligne {line} est l’en-tête « {header} » de TMY3',
  'line {line} is the header "{header}" of NSRDB and SAM':
    'la ligne {line} est l’en-tête « {header} » de NSRDB et de SAM',
  'line {line} is the header "{header}" of NASA POWER': 'la ligne {line} est l’en-tête « {header} » de NASA POWER',
  'line {line} is the header "{header}" of country files of renewables.ninja':
    'la ligne {line} est l’en-tête « {header} » des fichiers de pays de renewables.ninja',
  'line 3 names only quantities of wind, line 5 their heights: "{header}"':
    'la ligne 3 ne nomme que des grandeurs du vent, la ligne 5 leurs hauteurs : « {header} »',
  'rows of numbers from line {line} on without a time, "{delimiter}" between cells, laid from the stated start on':
    'des lignes de nombres sans heure à partir de la ligne {line}, « {delimiter} » entre les cellules, posées à partir du début donné',
  'line 1 is a head in pairs and line 2 the header of the WIND Toolkit':
    'la ligne 1 est une tête par paires et la ligne 2 l’en-tête du WIND Toolkit',
  'a table without a header, rows from line {line} on, "{delimiter}" between cells, and no known format':
    'un tableau sans en-tête, des lignes à partir de la ligne {line}, « {delimiter} » entre les cellules, et aucun format connu',
  'a table with the header in line {header}, rows from line {line} on, "{delimiter}" between cells, and no known format':
    'un tableau avec l’en-tête à la ligne {header}, des lignes à partir de la ligne {line}, « {delimiter} » entre les cellules, et aucun format connu',
  'line {line} is the header "{header}" with names of ERA5':
    'la ligne {line} est l’en-tête « {header} » avec des noms d’ERA5',
  'line 1 begins "utc_timestamp", as the time series of Open Power System Data do':
    'la ligne 1 commence par « utc_timestamp », comme les séries d’Open Power System Data',
  'line 1 is the title of hourly results of PVWatts': 'la ligne 1 est le titre de résultats horaires de PVWatts',
  'line 1 is a header of the ENTSO-E Transparency Platform with "{header}", and its rows are intervals':
    'la ligne 1 est un en-tête de la plateforme de transparence d’ENTSO-E avec « {header} », et ses lignes sont des intervalles',
  'line 1 is a header of the ENTSO-E Transparency Platform with "{header}", and its rows are intervals with seconds':
    'la ligne 1 est un en-tête de la plateforme de transparence d’ENTSO-E avec « {header} », et ses lignes sont des intervalles à secondes',
  'line 1 names renewables.ninja, and line {line} is the header of its point files':
    'la ligne 1 nomme renewables.ninja, et la ligne {line} est l’en-tête de ses fichiers de point',
};
