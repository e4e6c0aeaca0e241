import ts from 'typescript';
import { textOf } from './files';

export function parse(file: string, text = textOf(file)): ts.SourceFile {
  return ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
}

/** The directives a file opens with, such as 'use server'. */
export function directives(source: ts.SourceFile): string[] {
  const opening: string[] = [];
  for (const statement of source.statements) {
    if (!ts.isExpressionStatement(statement) || !ts.isStringLiteral(statement.expression)) break;
    opening.push(statement.expression.text);
  }
  return opening;
}

export type Exported = { readonly name: string; readonly madeBy: string | undefined };

/** What a file exports at run time, and the function whose call each export is. Types are left out. */
export function exportsOf(source: ts.SourceFile): Exported[] {
  return source.statements.flatMap((statement): Exported[] => {
    if (ts.isExportDeclaration(statement)) return reExports(statement);
    if (ts.isExportAssignment(statement)) return [{ name: 'default', madeBy: undefined }];
    if (!isExported(statement)) return [];
    if (ts.isVariableStatement(statement)) return statement.declarationList.declarations.map(asExport);
    if (ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement)) {
      return [{ name: statement.name?.text ?? 'default', madeBy: undefined }];
    }
    return [];
  });
}

/** The files of ours a file needs at run time, as written. A type alone needs nothing. */
export function importsOf(source: ts.SourceFile): string[] {
  return source.statements.flatMap((statement) => {
    if (ts.isImportDeclaration(statement) && !importsOnlyTypes(statement))
      return [textOfLiteral(statement.moduleSpecifier)];
    if (!ts.isExportDeclaration(statement) || statement.isTypeOnly || !statement.moduleSpecifier) return [];
    return [textOfLiteral(statement.moduleSpecifier)];
  });
}

export function isOnlyReExports(source: ts.SourceFile): boolean {
  return (
    source.statements.length > 0 &&
    source.statements.every((statement) => ts.isExportDeclaration(statement) && statement.moduleSpecifier !== undefined)
  );
}

function reExports(statement: ts.ExportDeclaration): Exported[] {
  if (statement.isTypeOnly) return [];
  if (!statement.exportClause || !ts.isNamedExports(statement.exportClause)) return [{ name: '*', madeBy: undefined }];
  return statement.exportClause.elements
    .filter((element) => !element.isTypeOnly)
    .map((element) => ({ name: element.name.text, madeBy: undefined }));
}

function asExport(declaration: ts.VariableDeclaration): Exported {
  const { initializer } = declaration;
  const call = initializer && ts.isCallExpression(initializer) ? initializer.expression.getText() : undefined;
  return { name: declaration.name.getText(), madeBy: call };
}

function isExported(statement: ts.Statement): boolean {
  const modifiers = ts.canHaveModifiers(statement) ? ts.getModifiers(statement) : undefined;
  return modifiers?.some((modifier) => modifier.kind === ts.SyntaxKind.ExportKeyword) ?? false;
}

function importsOnlyTypes({ importClause }: ts.ImportDeclaration): boolean {
  if (!importClause || importClause.isTypeOnly) return importClause?.isTypeOnly ?? false;
  const named = importClause.namedBindings;
  if (importClause.name || !named || !ts.isNamedImports(named)) return false;
  return named.elements.length > 0 && named.elements.every((element) => element.isTypeOnly);
}

function textOfLiteral(node: ts.Expression): string {
  return ts.isStringLiteral(node) ? node.text : '';
}
