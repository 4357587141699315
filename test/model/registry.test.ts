import ts from 'typescript';
import { expect, test } from 'vitest';
import { sourcesBelow } from '../fixtures/repository.ts';
import { nodesIn, syntaxOf } from '../fixtures/source.ts';

/** Exported functions of a file that return a `Constraint`, or a `Cost`. */
function constraintsOf(file: ts.SourceFile, returned = 'Constraint'): ts.FunctionDeclaration[] {
  return file.statements.filter(ts.isFunctionDeclaration).filter(({ modifiers, type }) => {
    const isExported = modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
    return isExported && type?.getText() === returned;
  });
}

/** What a constraint leaves to be wished for, in words. */
function faultsOf(constraint: ts.FunctionDeclaration): string[] {
  const tags = ts.getJSDocTags(constraint).map(({ tagName }) => tagName.text);
  const missing = ['equation', 'dual'].filter((tag) => !tags.includes(tag)).map((tag) => `has no @${tag}`);
  const branches = [...nodesIn(constraint.body!)].filter(isBranch).map((node) => `branches: ${node.getText()}`);
  return [...missing, ...branches].map((fault) => `${constraint.name!.text} ${fault}`);
}

/** An equation is transcribed: it asks no questions. Loops over hours and terms are sums. */
function isBranch(node: ts.Node): boolean {
  const words = [
    ts.SyntaxKind.AmpersandAmpersandToken,
    ts.SyntaxKind.BarBarToken,
    ts.SyntaxKind.QuestionQuestionToken,
    ts.SyntaxKind.QuestionDotToken,
  ];
  return (
    ts.isIfStatement(node) ||
    ts.isConditionalExpression(node) ||
    ts.isSwitchStatement(node) ||
    words.includes(node.kind)
  );
}

/** First arguments of `expectRows(name(…), …)` and `expectCost` in the golden files; `law` is followed to where it was made. */
function goldensOf(file: ts.SourceFile): string[] {
  const made = new Map<string, string>();
  const names: string[] = [];
  for (const node of nodesIn(file)) {
    if (ts.isVariableDeclaration(node) && node.initializer && ts.isCallExpression(node.initializer)) {
      made.set(node.name.getText(), node.initializer.expression.getText());
    }
    if (!ts.isCallExpression(node) || !/^expect(Rows|Cost)$/.test(node.expression.getText())) continue;
    const [law] = node.arguments;
    if (law) names.push(ts.isCallExpression(law) ? law.expression.getText() : (made.get(law.getText()) ?? ''));
  }
  return names;
}

const costs = sourcesBelow('src/model').flatMap((path) => constraintsOf(syntaxOf(path), 'Cost'));
const constraints = sourcesBelow('src/model').flatMap((path) => constraintsOf(syntaxOf(path)));

test('every constraint and every cost of the model has a golden', () => {
  const goldens = new Set(sourcesBelow('test/model/golden').flatMap((path) => goldensOf(syntaxOf(path))));
  expect(constraints.length).toBeGreaterThanOrEqual(19);
  expect(costs.length).toBeGreaterThanOrEqual(6);
  expect([...constraints, ...costs].map(({ name }) => name!.text).filter((name) => !goldens.has(name))).toEqual([]);
});

test('every constraint says its equation and what its price means, and none branches', () => {
  expect(constraints.flatMap(faultsOf)).toEqual([]);
});

test('a constraint without equation that asks a question is found out', () => {
  const text = `
    /** @dual a price */
    export function limit(hours: Hours, z?: Block): Constraint {
      return { write: (row) => { if (z) row.plus(1, z.at(0)); row.atMost(hours ? 1 : 0); } };
    }
    function inner(): Constraint { return {}; }
    export function other(): Row { return {}; }`;
  expect(constraintsOf(syntaxOf('planted.ts', text)).flatMap(faultsOf)).toEqual([
    'limit has no @equation',
    'limit branches: if (z) row.plus(1, z.at(0));',
    'limit branches: hours ? 1 : 0',
  ]);
});

test('a golden counts for the law it was made with', () => {
  const text = 'const law = fullLimit(hours); expectRows(law, columns, []); expectRows(emptyLimit(1), columns, []);';
  expect(goldensOf(syntaxOf('planted.ts', text))).toEqual(['fullLimit', 'emptyLimit']);
});
