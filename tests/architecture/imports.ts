import path from 'node:path';
import { type ESTree, parseSync } from 'vite';

/** One import, export-from, dynamic import, type import or worker start. */
export interface Import {
  /** As written. */
  readonly to: string;
  readonly typeOnly: boolean;
}

const CHANCE = ['Math.random', 'Date.now', 'performance.now', 'crypto.getRandomValues'];

/** Every node of a syntax tree. */
function nodesOf(root: ESTree.Node): ESTree.Node[] {
  const found: ESTree.Node[] = [];
  const walk = (value: unknown) => {
    if (Array.isArray(value)) for (const entry of value) walk(entry);
    else if (value !== null && typeof value === 'object') {
      if ('type' in value) found.push(value as ESTree.Node);
      for (const child of Object.values(value)) walk(child);
    }
  };
  walk(root);
  return found;
}

function nameOf(node: ESTree.Node): string {
  return node.type === 'Identifier' ? node.name : '';
}

/** Everything that a TypeScript source imports. */
export function importsOf(file: string, source: string): Import[] {
  const { module, program, errors } = parseSync(file, source);
  if (errors.length > 0) throw new Error(`${file}: ${errors[0]!.message}`);
  const found: Import[] = module.staticImports.map((i) => ({
    to: i.moduleRequest.value,
    typeOnly: i.entries.length > 0 && i.entries.every((entry) => entry.isType),
  }));
  for (const { entries } of module.staticExports)
    for (const entry of entries)
      if (entry.moduleRequest)
        found.push({ to: entry.moduleRequest.value, typeOnly: entry.isType });
  for (const { moduleRequest } of module.dynamicImports)
    found.push({
      to: source.slice(moduleRequest.start, moduleRequest.end).replace(/^['"`]|['"`]$/g, ''),
      typeOnly: false,
    });
  for (const node of nodesOf(program)) {
    if (node.type === 'TSImportType') found.push({ to: node.source.value, typeOnly: true });
    // new URL('./x.ts', import.meta.url): how workers are named.
    if (node.type !== 'NewExpression' || nameOf(node.callee) !== 'URL') continue;
    const [first, second] = node.arguments;
    if (
      first?.type === 'Literal' &&
      typeof first.value === 'string' &&
      first.value.endsWith('.ts') &&
      second?.type === 'MemberExpression'
    )
      found.push({ to: first.value, typeOnly: false });
  }
  return found;
}

/** Calls whose answer differs from run to run: `Math.random`, `Date`, `performance`. */
export function chanceIn(file: string, source: string): string[] {
  return nodesOf(parseSync(file, source).program).flatMap((node) => {
    if (node.type === 'MemberExpression') {
      const name = `${nameOf(node.object)}.${nameOf(node.property)}`;
      return CHANCE.includes(name) ? [name] : [];
    }
    return node.type === 'NewExpression' && nameOf(node.callee) === 'Date' ? ['new Date'] : [];
  });
}

/** The file that a relative import means; null when there is none. */
export function resolveImport(from: string, to: string, files: ReadonlySet<string>): string | null {
  const base = path.posix.join(path.posix.dirname(from), to);
  const candidates = ['', '.ts', '.tsx', '.d.ts', '/index.ts', '/index.tsx'].map((e) => base + e);
  return candidates.find((candidate) => files.has(candidate)) ?? null;
}

/** Cycles of a graph: its strongly connected components of more than one node (Tarjan 1972). */
export function cyclesOf(graph: ReadonlyMap<string, readonly string[]>): string[][] {
  const index = new Map<string, number>();
  const low = new Map<string, number>();
  const stack: string[] = [];
  const cycles: string[][] = [];
  const visit = (node: string) => {
    index.set(node, index.size);
    low.set(node, index.get(node)!);
    stack.push(node);
    for (const next of graph.get(node) ?? []) {
      if (!index.has(next)) visit(next);
      if (stack.includes(next)) low.set(node, Math.min(low.get(node)!, low.get(next)!));
    }
    if (low.get(node) !== index.get(node)) return;
    const component = stack.splice(stack.indexOf(node));
    if (component.length > 1 || graph.get(node)?.includes(node)) cycles.push(component.sort());
  };
  for (const node of graph.keys()) if (!index.has(node)) visit(node);
  return cycles;
}
