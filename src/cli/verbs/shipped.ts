import { FORMATS } from '../../scenarios/schema-json';
import type { Toolkit } from './toolkit';

/** What comes with the product: `list`, `show`, `schema`. */
export function addShippedVerbs({ json, output, text, verb }: Toolkit): void {
  verb('list', text('列出 13 个大厅', 'list the 13 halls'))
    .option(...json)
    .action(async (options: { json?: boolean }) =>
      (await import('../commands/list')).list(output, options),
    );
  verb(
    'show <id>',
    text(
      '以 JSON 输出内置的方案或平面图，可供修改',
      'print a shipped scenario or floor plan as JSON, ready to edit',
    ),
  )
    .option(...json)
    .action(async (id: string) => (await import('../commands/show')).show(output, id));
  verb(
    `schema <${FORMATS.join('|')}>`,
    text('输出格式的 JSON Schema', 'print the JSON Schema of a format'),
  )
    .option(...json)
    .action(async (format: string) => (await import('../commands/schema')).schema(output, format));
}
