import { parseSync } from 'vite';

/** One import as it is written, and its line. */
export interface WrittenImport {
  specifier: string;
  line: number;
}

/**
 * Everything that a source file imports: values and types, re-exports, `import()` in code and in types, `require`.
 * An `import()` of something that is computed is given as `<computed>`. Throws when the file does not parse.
 */
export function importsOf(path: string, source: string): WrittenImport[] {
  const { program, errors } = parseSync(path, source);
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]?.message ?? 'does not parse'}`);
  const found: WrittenImport[] = [];
  const add = (node: unknown, start: number): void => {
    found.push({ specifier: stringIn(node) ?? '<computed>', line: source.slice(0, start).split('\n').length });
  };
  visit(program, (node) => {
    switch (node['type']) {
      case 'ImportDeclaration':
      case 'ExportAllDeclaration':
      case 'ImportExpression':
      case 'TSImportType':
        add(node['source'], node.start);
        return;
      case 'ExportNamedDeclaration':
        if (node['source']) add(node['source'], node.start);
        return;
      case 'TSExternalModuleReference':
        add(node['expression'], node.start);
        return;
      case 'CallExpression':
        if (isNode(node['callee']) && node['callee']['name'] === 'require' && Array.isArray(node['arguments']))
          add(node['arguments'][0], node.start);
        return;
      default:
    }
  });
  return found;
}

interface SyntaxNode extends Record<string, unknown> {
  type: string;
  start: number;
}

function isNode(value: unknown): value is SyntaxNode {
  return typeof value === 'object' && value !== null && 'type' in value && 'start' in value;
}

function visit(value: unknown, each: (node: SyntaxNode) => void): void {
  if (Array.isArray(value)) for (const item of value) visit(item, each);
  if (!isNode(value)) return;
  each(value);
  for (const child of Object.values(value)) if (typeof child === 'object' && child !== null) visit(child, each);
}

function stringIn(node: unknown): string | null {
  return isNode(node) && node.type === 'Literal' && typeof node['value'] === 'string' ? node['value'] : null;
}
