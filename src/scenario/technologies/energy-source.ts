/** Sun and wind by the words of the technology's name. */
export function energySourceOf(technology: string): 'solar' | 'wind' | 'other' {
  if (/solar|photovoltaic|\bpv\b|\bcsp\b/i.test(technology)) return 'solar';
  return /wind/i.test(technology) ? 'wind' : 'other';
}
