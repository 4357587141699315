/** Equations of the laws, as far as they have words. */

export const equationPhrases = {
  'names of the schedule = names of the scenario, length of a series = H_y':
    'noms du programme = noms du scénario, longueur d’une série = H_y',
  'Σ_{i on ℓ} g_i[h] ≤ F_ℓ': 'Σ_{i sur ℓ} g_i[h] ≤ F_ℓ',
  'max(floor_k·mean arriving power, idle_k·installed power) ≤ u[h]':
    'max(plancher_k·puissance moyenne arrivante, repos_k·puissance installée) ≤ u[h]',
  'u[h] ≤ share_k·IT capacity': 'u[h] ≤ part_k·capacité informatique',
  '|u[h] − u[h−1]| ≤ ramp_k·installed power': '|u[h] − u[h−1]| ≤ rampe_k·puissance installée',
  'Σ_h z[h] ≤ shed share_k·Σ_h A[h]': 'Σ_h z[h] ≤ part abandonnée_k·Σ_h A[h]',
  'Σ_h d[h] ≤ cycles per year·E': 'Σ_h d[h] ≤ cycles par an·E',
  'load[h] = fixedShare·IT capacity + PUE[h]·Σ_k u_k[h], of a facility PUE[h] = 1 + perIT + perDegreeAbove·max(0, temperature[h] − threshold)':
    'charge[h] = part fixe·capacité informatique + PUE[h]·Σ_k u_k[h], d’une installation PUE[h] = 1 + par IT + par degré·max(0, température[h] − seuil)',
  'Σ_i (1 − loss_i)·g_i[h] + Σ_s d_s[h] + m[h] = load[h] + Σ_s c_s[h] + x[h]':
    'Σ_i (1 − perte_i)·g_i[h] + Σ_s d_s[h] + m[h] = charge[h] + Σ_s c_s[h] + x[h]',
  'Σ_s c_s[h] + x[h] ≤ Σ_i (1 − loss_i)·g_i[h]': 'Σ_s c_s[h] + x[h] ≤ Σ_i (1 − perte_i)·g_i[h]',
  'Σ_s η⁻_s·(s_s[h] − s_min·E_s) ≥ hours·firm load[h]': 'Σ_s η⁻_s·(s_s[h] − s_min·E_s) ≥ heures·charge ferme[h]',
  'g_i[h] ≤ (1 − derate)·a_i[h]·K_i': 'g_i[h] ≤ (1 − abattement)·a_i[h]·K_i',
  'Σ_{h in window} u_n[h] = work_n, least_n ≤ u_n[h] ≤ greatest_n':
    'Σ_{h de la fenêtre} u_n[h] = travail_n, min_n ≤ u_n[h] ≤ max_n',
  'w[h] ≤ max { λ·ω_a + (1 − λ)·ω_b : λ·π_a + (1 − λ)·π_b = u[h] / installed }·installed':
    'w[h] ≤ max { λ·ω_a + (1 − λ)·ω_b : λ·π_a + (1 − λ)·π_b = u[h] / installé }·installé',
  '8760/H_y·Σ_h g_i[h] ≤ most_i': '8760/H_y·Σ_h g_i[h] ≤ max_i',
  'K_p ≤ 0 where p begins after the last year of the contract':
    'K_p ≤ 0 si p commence après la dernière année du contrat',
  '−∞ < every number < ∞': '−∞ < tout nombre < ∞',
  '0 ≤ every power, energy and capacity': '0 ≤ toute puissance, énergie et capacité',
  'hourly: Σ_h (load[h] − m[h]) ≥ target·Σ_h load[h]; monthly, annual: Σ_h (Σ_i (1 − loss_i)·g_i − Σ_s (c_s − d_s)) ≥ target·Σ_h load[h]':
    'par heure : Σ_h (charge[h] − m[h]) ≥ objectif·Σ_h charge[h] ; par mois, par an : Σ_h (Σ_i (1 − perte_i)·g_i − Σ_s (c_s − d_s)) ≥ objectif·Σ_h charge[h]',
  'm[h] ≤ import limit': 'm[h] ≤ limite d’importation',
  'x[h] ≤ export limit': 'x[h] ≤ limite d’exportation',
  '8760/H_y·Σ_h m[h]·intensity ≤ emissions limit_t, for each year t of the phase':
    '8760/H_y·Σ_h m[h]·intensité ≤ limite d’émissions_t, pour chaque année t de la phase',
  'of the load: Σ_h x[h] ≤ share·Σ_h load[h]; of the generation: Σ_h x[h] ≤ share·Σ_h (load[h] − m[h] + x[h])':
    'de la charge : Σ_h x[h] ≤ part·Σ_h charge[h] ; de la production : Σ_h x[h] ≤ part·Σ_h (charge[h] − m[h] + x[h])',
  'committed_p ≤ K_p ≤ maximum, Σ_{i of the site} K_p ≤ maximum':
    'engagé_p ≤ K_p ≤ maximum, Σ_{i du site} K_p ≤ maximum',
  'K_p ≤ 0 where p begins before the asset is available': 'K_p ≤ 0 si p commence avant que l’actif soit disponible',
  'K_p = committed_p + Σ_{v ≤ p, alive} b_v': 'K_p = engagé_p + Σ_{v ≤ p, en vie} b_v',
  'effective_p = Σ_{v ≤ p, alive} φ_v,p·b_v, φ = availability·Σ_t (1 − fade)^age_t / years_p':
    'effectif_p = Σ_{v ≤ p, en vie} φ_v,p·b_v, φ = disponibilité·Σ_t (1 − déclin)^âge_t / années_p',
  'duration_min·(P − committed) ≤ E − committed ≤ duration_max·(P − committed)':
    'durée_min·(P − engagé) ≤ E − engagé ≤ durée_max·(P − engagé)',
  'A[h] − w[h] ≤ depth_k·A[h]': 'A[h] − w[h] ≤ profondeur_k·A[h]',
  'b[h] = min(cap, b[h−1] + cap·(1 − r[h]/deepest)/rest − cap·(r[h]/deepest)/hours) ≥ 0, deepest = depth·mean arriving work, cap = hours·deepest':
    'b[h] = min(plafond, b[h−1] + plafond·(1 − r[h]/extrême)/repos − plafond·(r[h]/extrême)/heures) ≥ 0, extrême = profondeur·travail moyen arrivant, plafond = heures·extrême',
};
