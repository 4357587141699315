/** Tables of a folder that PyPSA imports: one a component, and one for each of its quantities that change with the hour. */

type Cell = string | number | boolean;

export interface Component {
  readonly name: string;
  /** By the names of PyPSA; what is left out has its default there. */
  readonly values: Readonly<Record<string, Cell>>;
  readonly series?: Readonly<Record<string, ArrayLike<number>>>;
}

/** Of PyPSA, for whoever says nothing where another of the list does: it takes an empty cell for no number. */
const defaults: Readonly<Record<string, Cell>> = {
  ...{ p_nom: 0, p_nom_extendable: false, p_nom_max: Number.POSITIVE_INFINITY, p_min_pu: 0, p_max_pu: 1 },
  ...{ e_nom: 0, e_nom_extendable: false, e_nom_max: Number.POSITIVE_INFINITY, e_min_pu: 0, e_max_pu: 1 },
  ...{ capital_cost: 0, marginal_cost: 0, efficiency: 1, efficiency2: 1, sign: 1, standing_loss: 0 },
  e_sum_max: Number.POSITIVE_INFINITY,
};

/** `generators.csv`, and `generators-p_max_pu.csv` and the like; nothing where there is no component. */
export function componentFiles(
  list: string,
  components: readonly Component[],
  snapshots: readonly string[],
): [name: string, text: string][] {
  if (components.length === 0) return [];
  const columns = [...new Set(components.flatMap(({ values }) => Object.keys(values)))];
  const rows = components.map(({ name, values }) => [
    name,
    ...columns.map((column) => values[column] ?? defaults[column] ?? ''),
  ]);
  const quantities = [...new Set(components.flatMap(({ series = {} }) => Object.keys(series)))];
  return [
    [`${list}.csv`, csv(['name', ...columns], rows)],
    ...quantities.map((quantity): [string, string] => {
      const own = components.flatMap(({ name, series }) => {
        const values = series?.[quantity];
        return values === undefined ? [] : [{ name, values }];
      });
      const hours = snapshots.map((stamp, h) => [stamp, ...own.map(({ values }) => values[h]!)]);
      return [`${list}-${quantity}.csv`, csv(['snapshot', ...own.map(({ name }) => name)], hours)];
    }),
  ];
}

export function csv(head: readonly string[], rows: readonly (readonly Cell[])[]): string {
  return [head, ...rows].map((cells) => `${cells.map(cellText).join(',')}\n`).join('');
}

/** As pandas reads it. */
function cellText(cell: Cell): string {
  if (typeof cell === 'boolean') return cell ? 'True' : 'False';
  if (typeof cell === 'number') return cell === Number.POSITIVE_INFINITY ? 'inf' : String(cell);
  return /[",\n\r]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
