import {readdirSync, readFileSync} from 'node:fs';
import {dirname, join, posix} from 'node:path';
import ts from 'typescript';
import {projectRoot} from '../../scripts/project-root.js';

export interface Import {
  /** Path from the root of the project for a file of ours, else the name of a package. */
  target: string;
  isPackage: boolean;
  isTypeOnly: boolean;
}

export interface SourceFile {
  /** From the root of the project, with slashes. */
  path: string;
  text: string;
  syntax: ts.SourceFile;
  imports: readonly Import[];
}

/** The TypeScript files below a folder of the project. */
export function readSourceFiles(folder: string): SourceFile[] {
  return readdirSync(join(projectRoot, folder), {recursive: true, encoding: 'utf8'})
    .filter((name) => name.endsWith('.ts'))
    .map((name) => readSourceFile(`${folder}/${name}`))
    .sort((one, other) => one.path.localeCompare(other.path));
}

function readSourceFile(path: string): SourceFile {
  const text = readFileSync(join(projectRoot, path), 'utf8');
  const syntax = ts.createSourceFile(path, text, ts.ScriptTarget.ES2023, true);
  return {path, text, syntax, imports: importsOf(syntax, path)};
}

function importsOf(syntax: ts.SourceFile, path: string): Import[] {
  const imports: Import[] = [];
  const add = (specifier: ts.Node | undefined, isTypeOnly: boolean): void => {
    if (specifier === undefined || !ts.isStringLiteralLike(specifier)) return;
    const isPackage = !specifier.text.startsWith('.');
    const target = isPackage
      ? packageName(specifier.text)
      : posix.join(dirname(path), specifier.text).replace(/\.js$/, '.ts');
    imports.push({target, isPackage, isTypeOnly});
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) add(node.moduleSpecifier, isTypeImport(node));
    if (ts.isExportDeclaration(node)) add(node.moduleSpecifier, node.isTypeOnly);
    if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      add(node.arguments[0], false);
    }
    if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) add(node.argument.literal, true);
    ts.forEachChild(node, visit);
  };
  visit(syntax);
  return imports;
}

const isTypeImport = ({importClause}: ts.ImportDeclaration): boolean =>
  importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword;

const packageName = (specifier: string): string => /^(@[^/]+\/)?[^/]+/.exec(specifier)?.[0] ?? specifier;
