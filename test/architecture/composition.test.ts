import {describe, expect, it} from '@jest/globals';
import ts from 'typescript';
import {sourceFiles} from './source-files.js';

/** What hides where something comes from, or lets it change behind the back of who was given it. */
const HIDING = {
  'a spread of an object': (node: ts.Node) => ts.isSpreadAssignment(node),
  'what is left of an object': (node: ts.Node) =>
    ts.isBindingElement(node) && node.dotDotDotToken !== undefined && ts.isObjectBindingPattern(node.parent),
  'Object.assign': (node: ts.Node) =>
    ts.isPropertyAccessExpression(node) && node.getText() === 'Object.assign',
  'Parameters<typeof …>': (node: ts.Node) =>
    ts.isTypeReferenceNode(node) && /^Parameters<\s*typeof\b/.test(node.getText()),
  'a variable that changes': (node: ts.Node) =>
    ts.isVariableDeclarationList(node) && (node.flags & ts.NodeFlags.Const) === 0,
} as const satisfies Record<string, (node: ts.Node) => boolean>;

/** Line and kind of everything in the text that the composition may not do. */
function hidingIn(text: string): string[] {
  const file = ts.createSourceFile('composition.ts', text, ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    for (const [name, isOne] of Object.entries(HIDING)) {
      if (isOne(node)) found.push(`${file.getLineAndCharacterOfPosition(node.getStart()).line + 1}: ${name}`);
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

describe('The composition', () => {
  it.each([
    ['const all = {...host, zoom};', '1: a spread of an object'],
    ['const {zoom, ...others} = host;', '1: what is left of an object'],
    ['Object.assign(deps, host);', '1: Object.assign'],
    ['type Deps = Parameters<typeof createZoom>[0];', '1: Parameters<typeof …>'],
    ["let locale = '';", '1: a variable that changes'],
  ])('would be caught with %s', (text, found) => {
    expect(hidingIn(text)).toEqual([found]);
  });

  it('names what each feature needs, and keeps nothing that changes', () => {
    const files = sourceFiles('server').filter(({path}) => /^server\/compose(\/|\.ts$)/.test(path));
    expect(files.length).toBeGreaterThan(5);
    expect(files.flatMap(({path, text}) => hidingIn(text).map((found) => `${path}:${found}`))).toEqual([]);
  });
});
