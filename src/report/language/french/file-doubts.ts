/** What readers of hourly files doubt. */

export const fileDoubtPhrases = {
  file: 'fichier',
  '1 hour': '1 heure',
  'the file says that its series were generated, not measured':
    'le fichier dit que ses séries ont été générées, non mesurées',
  'a typical year: its months come from different years, so its hours pair with no other file':
    'une année type : ses mois viennent d’années différentes, si bien que ses heures ne vont avec aucun autre fichier',
  'one row every {hours} hours: no hourly series': 'une ligne toutes les {hours} heures : pas de série horaire',
  '29 February {year} is missing': 'le 29 février {year} manque',
  '{hours} is missing from {first}': '{hours} manque à partir de {first}',
  '{hours} are missing from {first}': '{hours} manquent à partir de {first}',
  '{hours} are missing in {places} places, the first from {first}':
    '{hours} manquent à {places} endroits, le premier à partir de {first}',
  '{hours} stands more than once, first {first}': '{hours} figure plus d’une fois, d’abord {first}',
  '{hours} stand more than once, first {first}': '{hours} figurent plus d’une fois, d’abord {first}',
  'rows stand from the latest to the earliest: read in the order of time':
    'les lignes vont de la plus récente à la plus ancienne : lues dans l’ordre du temps',
  'rows stand in {count} stretches out of order: read in the order of time':
    'les lignes forment {count} tronçons en désordre : lues dans l’ordre du temps',
  '{column}: from about here on about a thousand times larger than before: does the unit change within the file?':
    '{column} : à peu près à partir d’ici environ mille fois plus grand qu’avant : l’unité change-t-elle dans le fichier ?',
  '{column}: from about here on about a thousand times smaller than before: does the unit change within the file?':
    '{column} : à peu près à partir d’ici environ mille fois plus petit qu’avant : l’unité change-t-elle dans le fichier ?',
  '{count} row stands out of order, first {after} after {before}: sort the rows by time':
    '{count} ligne n’est pas à sa place, d’abord {after} après {before} : triez les lignes par heure',
  '{count} rows stand out of order, first {after} after {before}: sort the rows by time':
    '{count} lignes ne sont pas à leur place, d’abord {after} après {before} : triez les lignes par heure',
  'from {first} to {last}, {hours}: the years at its ends are not whole':
    'de {first} à {last}, {hours} : les années à ses bouts ne sont pas entières',
  'from {first} to {last}, {hours}: no whole year': 'de {first} à {last}, {hours} : pas d’année entière',
  'from {first} to {last}, {hours}: {lacking} of {year} lie outside':
    'de {first} à {last}, {hours} : {lacking} de {year} sont dehors',
  'from {first} to {last}, {hours}: {lacking} of {year} in UTC lies outside; an import takes it from the other end with --wrap':
    'de {first} à {last}, {hours} : {lacking} de {year} en UTC est dehors ; un import la prend à l’autre bout avec --wrap',
  'from {first} to {last}, {hours}: {lacking} of {year} in UTC lie outside; an import takes them from the other end with --wrap':
    'de {first} à {last}, {hours} : {lacking} de {year} en UTC sont dehors ; un import les prend à l’autre bout avec --wrap',
  '{column}: not one value': '{column} : pas une seule valeur',
  '{column}: {value} in {rows} row, far from all others, looks like a mark for missing values':
    '{column} : {value} sur {rows} ligne, loin de toutes les autres, semble marquer des valeurs manquantes',
  '{column}: {value} in {rows} rows, far from all others, looks like a mark for missing values':
    '{column} : {value} sur {rows} lignes, loin de toutes les autres, semble marquer des valeurs manquantes',
  '{column}: {value} looks like a mark for missing values': '{column} : {value} semble marquer des valeurs manquantes',
  '{column}: {value} in every row': '{column} : {value} à chaque ligne',
  '{column}: maximum {max} °C: kelvin, or tenths of a degree?':
    '{column} : maximum {max} °C : des kelvins, ou des dixièmes de degré ?',
  '{column}: minimum {min} °C: a mark for missing values?':
    '{column} : minimum {min} °C : une marque de valeurs manquantes ?',
  '{column}: maximum {max}: per cent, not capacity factors?':
    '{column} : maximum {max} : des pour cent, non des facteurs de charge ?',
  '{column}: maximum {max}: a capacity factor above 1, in {rows} row':
    '{column} : maximum {max} : un facteur de charge au-dessus de 1, sur {rows} ligne',
  '{column}: maximum {max}: a capacity factor above 1, in {rows} rows':
    '{column} : maximum {max} : un facteur de charge au-dessus de 1, sur {rows} lignes',
  '{column}: maximum {max}: a capacity factor above 1; in {rows} of {all} rows, the output is above the capacity that it was divided by':
    '{column} : maximum {max} : un facteur de charge au-dessus de 1 ; sur {rows} des {all} lignes, la production dépasse la capacité par laquelle elle a été divisée',
  '{column}: maximum {max} {unit}: {times} times the nameplate of {plate} kW':
    '{column} : maximum {max} {unit} : {times} fois la puissance nominale de {plate} kW',
  '{column}: 1 row is below 0, the least {min}: {reason}':
    '{column} : 1 ligne est au-dessous de 0, la moindre {min} : {reason}',
  '{column}: {rows} rows are below 0, the least {min}: {reason}':
    '{column} : {rows} lignes sont au-dessous de 0, la moindre {min} : {reason}',
  'what a plant draws at night, or a mark for missing values':
    'ce que prend une centrale la nuit, ou une marque de valeurs manquantes',
  'the offset of a sensor at night, or a mark for missing values':
    'le décalage d’un capteur la nuit, ou une marque de valeurs manquantes',
  'a mark for missing values': 'une marque de valeurs manquantes',
  '{column}: {dark} of {lit} hours with light have the sun more than {degrees}° below the horizon at the site, first {first}: zone or label may be wrong':
    '{column} : {dark} des {lit} heures éclairées ont le soleil à plus de {degrees}° sous l’horizon du site, d’abord {first} : le fuseau ou le repère peut être faux',
  '{column}: the middle of its days is {hours} hours after the sun stands highest at the site: zone or label may be wrong':
    '{column} : le milieu de ses jours est {hours} heures après le plus haut du soleil sur le site : le fuseau ou le repère peut être faux',
  '{column}: the middle of its days is {hours} hours before the sun stands highest at the site: zone or label may be wrong':
    '{column} : le milieu de ses jours est {hours} heures avant le plus haut du soleil sur le site : le fuseau ou le repère peut être faux',
  '{column} is 0 in the same {hours} hours of every day of the year: sun, not wind?':
    '{column} vaut 0 aux mêmes {hours} heures de chaque jour de l’année : du soleil, non du vent ?',
  '{column} gives power in every hour of the day, at night too: not sun?':
    '{column} donne de la puissance à chaque heure du jour, la nuit aussi : pas du soleil ?',
  '{columns} is a mean of the time before each stamp and stands for that time, all else is a sample at the stamp; the last hour of the file has no such mean: request one more day, or pass wrap':
    '{columns} est une moyenne du temps avant chaque repère et vaut pour ce temps, le reste est un relevé au repère ; la dernière heure du fichier n’a pas de telle moyenne : demandez un jour de plus, ou donnez wrap',
  '{columns} are means of the time before each stamp and stand for that time, all else is a sample at the stamp; the last hour of the file has no such mean: request one more day, or pass wrap':
    '{columns} sont des moyennes du temps avant chaque repère et valent pour ce temps, le reste est un relevé au repère ; la dernière heure du fichier n’a pas de telle moyenne : demandez un jour de plus, ou donnez wrap',
  'the section from line {line} on holds no hours and was not read':
    'la section à partir de la ligne {line} ne contient pas d’heures et n’a pas été lue',
  'the file does not say at which minute the irradiance was seen; the full hour is taken':
    'le fichier ne dit pas à quelle minute l’éclairement a été relevé ; l’heure pleine est prise',
  'the irradiance of {rows} of {all} rows was reconstructed by PVGIS, not observed (Int = 1)':
    'l’éclairement de {rows} des {all} lignes a été reconstruit par PVGIS, non observé (Int = 1)',
  'P already includes system losses of {share} %': 'P inclut déjà des pertes du système de {share} %',
  'the irradiance of {rows} of {all} rows was filled in by the NSRDB (Fill Flag above 0)':
    'l’éclairement de {rows} des {all} lignes a été complété par la NSRDB (Fill Flag au-dessus de 0)',
  '{year} is a leap year told in the rows of 365 days: 29 February is taken as the day left out':
    '{year} est une année bissextile dite en 365 jours de lignes : le 29 février est pris pour le jour omis',
  '{column}: {count} values of -999 or -9999 are taken for missing':
    '{column} : {count} valeurs de -999 ou -9999 sont prises pour manquantes',
  'columns without numbers were not read: {columns}': 'des colonnes sans nombres n’ont pas été lues : {columns}',
  'stamps end in {letters}, which several clocks go by: state the zone, such as +01:00 or Europe/Brussels':
    'les repères finissent par {letters}, que suivent plusieurs horloges : donnez le fuseau, par exemple +01:00 ou Europe/Brussels',
  '{columns} is a sum over the hour before each stamp and stands for that hour; the last hour of the file has none: download one more hour to have its value':
    '{columns} est une somme sur l’heure avant chaque repère et vaut pour cette heure ; la dernière heure du fichier n’en a pas : téléchargez une heure de plus pour l’avoir',
  '{columns} are sums over the hour before each stamp and stand for that hour; the last hour of the file has none: download one more hour to have their value':
    '{columns} sont des sommes sur l’heure avant chaque repère et valent pour cette heure ; la dernière heure du fichier n’en a pas : téléchargez une heure de plus pour les avoir',
  'the stamps are in the standard time of the place, which the file does not name':
    'les repères sont à l’heure normale du lieu, que le fichier ne nomme pas',
  'the stamps are in the standard time of the place, which the file does not name; at this longitude it may be {zone}':
    'les repères sont à l’heure normale du lieu, que le fichier ne nomme pas ; à cette longitude, ce peut être {zone}',
  'the stamps are in local solar time: UTC moved by an hour for each 15° of longitude, not the legal clock; best download the file again in UTC':
    'les repères sont à l’heure solaire locale : UTC décalé d’une heure par 15° de longitude, non l’heure légale ; mieux vaut télécharger le fichier en UTC',
  'the stamps are in local solar time: UTC moved by an hour for each 15° of longitude, which at this longitude is {zone}, not the legal clock; best download the file again in UTC':
    'les repères sont à l’heure solaire locale : UTC décalé d’une heure par 15° de longitude, soit {zone} à cette longitude, non l’heure légale ; mieux vaut télécharger le fichier en UTC',
  'the intraday prices were not read': 'les prix infrajournaliers n’ont pas été lus',
  'lines from above the table stand among its rows again, {count} in all: passed over':
    'des lignes d’au-dessus du tableau reviennent parmi les siennes, {count} en tout : passées',
  'empty lines stand among the rows, {count} in all: passed over':
    'des lignes vides se trouvent dans le tableau, {count} en tout : passées',
  'what stands below the table was not read: {text}': 'ce qui suit le tableau n’a pas été lu : {text}',
  'several columns have the same name: read as {columns}': 'plusieurs colonnes ont le même nom : lues comme {columns}',
  'the last row has no line end: if the file was cut off, its last number may be wrong':
    'la dernière ligne n’a pas de fin de ligne : si le fichier a été coupé, son dernier nombre peut être faux',
};
