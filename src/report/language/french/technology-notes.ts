/** Notes of the cost sets that ship, beside their values. */

export const technologyNotePhrases = {
  'our assumption': 'notre hypothèse',
  '(13.00 + 12.04 + 11.90) ÷ 3 = 12.31 million MAD/MW ÷ 9.25 MAD/USD (implied by the contracts of May 2025) ÷ 1.13 USD/EUR':
    '(13,00 + 12,04 + 11,90) ÷ 3 = 12,31 millions de MAD/MW ÷ 9,25 MAD/USD (selon les contrats de mai 2025) ÷ 1,13 USD/EUR',
  '0.1 % a day ÷ 24': '0,1 % par jour ÷ 24',
  '0.2512 % of 287.4657 EUR/kW × 1000; 2030: 0.3375 % of 213.9279 × 1000':
    '0,2512 % de 287,4657 EUR/kW × 1000 ; 2030 : 0,3375 % de 213,9279 × 1000',
  '1.0219 % of 31.6021 EUR/kWh × 1000; 2030: 1 % of 21.033 × 1000':
    '1,0219 % de 31,6021 EUR/kWh × 1000 ; 2030 : 1 % de 21,033 × 1000',
  '1.2347 % of 1438.8845 EUR/kW × 1000; 2030: 1.2167 % of 1383.3059 × 1000':
    '1,2347 % de 1438,8845 EUR/kW × 1000 ; 2030 : 1,2167 % de 1383,3059 × 1000',
  '1.9035 in 2025, 1.8033 in 2030': '1,9035 en 2025, 1,8033 en 2030',
  '125 USD/kWh all-in for 4 h or more outside China and the United States (75 equipment, 50 installation and connection) less 60 USD/kW ÷ 4 h = 110, × 1000 ÷ 1.13':
    '125 USD/kWh tout compris pour 4 h ou plus hors de Chine et des États-Unis (75 d’équipement, 50 d’installation et de raccordement) moins 60 USD/kW ÷ 4 h = 110, × 1000 ÷ 1,13',
  '1438.8845 and 1383.3059 EUR/kW × 1000': '1438,8845 et 1383,3059 EUR/kW × 1000',
  '2 % operation + 2 % a year of capacity lost and replaced at the same price (our reading of a fade of 2 % a year), of 97,345':
    '2 % d’exploitation + 2 % par an de capacité perdue et remplacée au même prix (notre lecture d’un déclin de 2 % par an), de 97 345',
  '2.0365 % of 694.5658 EUR/kW × 1000 ÷ 1.25; 2030: 2.2884 % of 571.4213 × 1000 ÷ 1.25':
    '2,0365 % de 694,5658 EUR/kW × 1000 ÷ 1,25 ; 2030 : 2,2884 % de 571,4213 × 1000 ÷ 1,25',
  '2.1268 (2020) and 1.9141 (2030) EUR of 2020, so 2.0205 in 2025, × 1.2573 to EUR of 2025 (594.86 ÷ 473.12, the same step that the photovoltaics of the source take)':
    '2,1268 (2020) et 1,9141 (2030) EUR de 2020, donc 2,0205 en 2025, × 1,2573 en EUR de 2025 (594,86 ÷ 473,12, le même pas que le photovoltaïque de la source)',
  '2.1982 % of 594.8646 EUR/kW × 1000 ÷ 1.25; 2030: 2.4757 % of 482.4785 × 1000 ÷ 1.25':
    '2,1982 % de 594,8646 EUR/kW × 1000 ÷ 1,25 ; 2030 : 2,4757 % de 482,4785 × 1000 ÷ 1,25',
  '2025: 594.8646 EUR/kW × 1000 ÷ 1.25; 2030: 482.4785 × 1000 ÷ 1.25; the source counts per MW of AC with 1.25 MW of modules behind it (sizing factor, same sheet); profiles count per MW of modules':
    '2025 : 594,8646 EUR/kW × 1000 ÷ 1,25 ; 2030 : 482,4785 × 1000 ÷ 1,25 ; la source compte par MW alternatif avec 1,25 MW de modules derrière (facteur de taille, même feuille) ; les profils comptent par MW de modules',
  '2025: 694.5658 EUR/kW × 1000 ÷ 1.25; 2030: 571.4213 × 1000 ÷ 1.25; the source counts per MW of AC with 1.25 MW of modules behind it (sizing factor, same sheet); profiles count per MW of modules':
    '2025 : 694,5658 EUR/kW × 1000 ÷ 1,25 ; 2030 : 571,4213 × 1000 ÷ 1,25 ; la source compte par MW alternatif avec 1,25 MW de modules derrière (facteur de taille, même feuille) ; les profils comptent par MW de modules',
  '3,000,000,000 ÷ 3,000 ÷ 1.13; announced, not contracted': '3 000 000 000 ÷ 3 000 ÷ 1,13 ; annoncé, non contracté',
  '31.6021 and 21.033 EUR/kWh × 1000': '31,6021 et 21,033 EUR/kWh × 1000',
  '31.6021 and 21.033 EUR/kWh × 1000; no market price was found, so the dea set is repeated':
    '31,6021 et 21,033 EUR/kWh × 1000 ; aucun prix de marché n’a été trouvé, le jeu dea est donc répété',
  '60 USD/kW × 1000 ÷ 1.13; our split of the all-in price, which is given per kWh only':
    '60 USD/kW × 1000 ÷ 1,13 ; notre partage du prix tout compris, donné par kWh seulement',
  '60 USD/kW × 1000 ÷ 1.13; our split': '60 USD/kW × 1000 ÷ 1,13 ; notre partage',
  '600 EUR/MW/km overhead × 1,400 km + 640 EUR/kW × 1000 for the pair of converters; loss for the scenario: 1 − 0.98 · 0.977^1.4 = 0.051 (PyPSA/pypsa-eur@16ed084 config.default.yaml)':
    '600 EUR/MW/km en aérien × 1 400 km + 640 EUR/kW × 1000 pour la paire de convertisseurs ; perte pour le scénario : 1 − 0,98 · 0,977^1,4 = 0,051 (PyPSA/pypsa-eur@16ed084 config.default.yaml)',
  '691 USD/kW in 2024 and 388 expected for 2029, × 1000 ÷ 1.13; world average, taken as per MW of modules':
    '691 USD/kW en 2024 et 388 attendus pour 2029, × 1000 ÷ 1,13 ; moyenne mondiale, prise par MW de modules',
  '691 USD/kW in 2024 and 388 expected for 2029, × 1000 ÷ 1.13; world average, taken as per MW of modules; tracker: + 79,761, the difference of 694.5658 and 594.8646 EUR/kW in the dea set × 1000 ÷ 1.25':
    '691 USD/kW en 2024 et 388 attendus pour 2029, × 1000 ÷ 1,13 ; moyenne mondiale, prise par MW de modules ; suiveur : + 79 761, la différence de 694,5658 et 594,8646 EUR/kW du jeu dea × 1000 ÷ 1,25',
  'below the 28.5 of the dea set: a lender counts shorter':
    'au-dessous des 28,5 du jeu dea : un prêteur compte plus court',
  'bought as one unit': 'acheté d’un bloc',
  'counted with the energy': 'compté avec l’énergie',
  inverter: 'onduleur',
  'inverter: 287.4657 and 213.9279 EUR/kW × 1000': 'onduleur : 287,4657 et 213,9279 EUR/kW × 1000',
  'its 4 % (2 % operation, 2 % a year of lost capacity replaced), of 151,022':
    'ses 4 % (2 % d’exploitation, 2 % par an de capacité perdue remplacée), de 151 022',
  'length of the contract, read as the life of the plant': 'durée du contrat, lue comme la vie de la centrale',
  'no Moroccan figure was found': 'aucun chiffre marocain n’a été trouvé',
  'no Moroccan figure was found; the value of 2025': 'aucun chiffre marocain n’a été trouvé ; la valeur de 2025',
  'no market figure was found': 'aucun chiffre de marché n’a été trouvé',
  'no market figure was found; the value of 2025': 'aucun chiffre de marché n’a été trouvé ; la valeur de 2025',
  'no published figure was found; 0.24 % a day': 'aucun chiffre publié n’a été trouvé ; 0,24 % par jour',
  'prices are read as prices of usable energy': 'les prix sont lus comme prix de l’énergie utilisable',
  'solar: MAD 33 bn ÷ 5,616 MW ÷ 10.7 MAD/EUR = 549,165, read as per MW of modules on fixed frames; tracker: + 79,761, the difference of 694.5658 and 594.8646 EUR/kW in the dea set × 1000 ÷ 1.25':
    'solaire : 33 Md MAD ÷ 5 616 MW ÷ 10,7 MAD/EUR = 549 165, lu par MW de modules sur structures fixes ; suiveur : + 79 761, la différence de 694,5658 et 594,8646 EUR/kW du jeu dea × 1000 ÷ 1,25',
  'solar: MAD 33 bn ÷ 5,616 MW ÷ 10.7 MAD/EUR; the plan says neither frames nor trackers, modules nor AC: read as per MW of modules on fixed frames':
    'solaire : 33 Md MAD ÷ 5 616 MW ÷ 10,7 MAD/EUR ; le plan ne dit ni structures ni suiveurs, ni modules ni alternatif : lu par MW de modules sur structures fixes',
  'sold as a 100 h system; power costs nothing by itself, so a shorter duration must not be chosen with this price':
    'vendu comme système de 100 h ; la puissance ne coûte rien à part, si bien qu’une durée plus courte ne doit pas être choisie à ce prix',
  'storage: 250.0283 and 189.861 EUR/kWh × 1000': 'stockage : 250,0283 et 189,861 EUR/kWh × 1000',
  'storage: MAD 5.7 bn ÷ 1,500 MW ÷ 10.7 MAD/EUR = 355,140 EUR/MW; the plan does not say for how many hours: (355,140 − 53,097) ÷ 2 h, the 2 h of Noor Midelt assumed':
    'stockage : 5,7 Md MAD ÷ 1 500 MW ÷ 10,7 MAD/EUR = 355 140 EUR/MW ; le plan ne dit pas pour combien d’heures : (355 140 − 53 097) ÷ 2 h, les 2 h de Noor Midelt étant supposées',
  'the price holds for 4 h or more; used where the scenario gives neither a number nor a range; 2 to 12 h is a sensible range':
    'le prix vaut pour 4 h ou plus ; utilisé là où le scénario ne donne ni nombre ni plage ; 2 à 12 h est une plage raisonnable',
  'the price of the energy includes the power equipment of a 100 h system':
    'le prix de l’énergie inclut l’équipement de puissance d’un système de 100 h',
  'the source has no variable cost for photovoltaics': 'la source n’a pas de coût variable pour le photovoltaïque',
  'the source has no variable cost': 'la source n’a pas de coût variable',
  'the source puts all fixed cost on the inverter': 'la source met tout le coût fixe sur l’onduleur',
  'wear is counted by the year, in fixedOpexPerMWhYear': 'l’usure est comptée par an, dans fixedOpexPerMWhYear',
  'where the scenario gives neither a number nor a range; 1 to 12 h is a sensible range':
    'là où le scénario ne donne ni nombre ni plage ; 1 à 12 h est une plage raisonnable',
  'wind: MAD 57.7 bn ÷ 4,979 MW ÷ 10.7 MAD/EUR; Jbel Lahdid and Boujdour were built for 12 to 13 million MAD/MW':
    'éolien : 57,7 Md MAD ÷ 4 979 MW ÷ 10,7 MAD/EUR ; Jbel Lahdid et Boujdour ont été construits pour 12 à 13 millions de MAD/MW',
  '√0.90, as charging': '√0,90, comme la charge',
  '√0.90, from the grid and back to it': '√0,90, du réseau et retour au réseau',
  '√0.915, as charging': '√0,915, comme la charge',
  '√0.915: 0.91 in 2020 and 0.92 in 2030 from the grid and back to it. The 0.955 of costs_2025.csv is measured at the cells (DC) and leaves out the inverter':
    '√0,915 : 0,91 en 2020 et 0,92 en 2030, du réseau et retour au réseau. Le 0,955 de costs_2025.csv est mesuré aux cellules (continu) et omet l’onduleur',
  '{value} in {year}': '{value} en {year}',
  '{share} % of {value}': '{share} % de {value}',
};
