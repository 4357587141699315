/** `=1+1`, `@SUM(A1)`, `+cmd`, `-(1)`, `-2+3`: what a spreadsheet would run; its result is not in the file. */
const formula = /^(?:[=@]|[+-](?:[A-Za-z(]|[\d.,]+[-+*/^&|(]))/;

export function isFormula(cell: string): boolean {
  return formula.test(cell);
}
