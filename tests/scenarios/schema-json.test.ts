import { describe, expect, it } from 'vitest';
import { FORMATS, jsonSchema } from '../../src/scenarios/schema-json';

type Node = Record<string, unknown>;

/** Every object of a schema that stands where a schema may stand. */
function nodesOf(value: unknown, found: Node[] = []): Node[] {
  if (Array.isArray(value)) for (const entry of value) nodesOf(entry, found);
  else if (value !== null && typeof value === 'object') {
    found.push(value as Node);
    for (const child of Object.values(value)) nodesOf(child, found);
  }
  return found;
}

describe.each(FORMATS)('the JSON Schema of a %s', (format) => {
  const schema = jsonSchema(format);
  const nodes = nodesOf(schema);

  it('is draft 2020-12 and describes an object', () => {
    expect(schema).toHaveProperty('$schema', 'https://json-schema.org/draft/2020-12/schema');
    // A format of several kinds of line is a choice of objects.
    for (const one of (schema.oneOf as Node[] | undefined) ?? [schema]) {
      expect(one).toMatchObject({ type: 'object', additionalProperties: false });
      expect(one.properties).toHaveProperty('format.const', `hall-twin/${format}`);
    }
  });

  it('has every reference it uses', () => {
    const references = nodes.flatMap((n) => (typeof n.$ref === 'string' ? [n.$ref] : []));
    expect(references.length).toBeGreaterThan(0);
    const parts = schema.$defs as Node;
    for (const reference of references)
      expect(parts).toHaveProperty(reference.replace('#/$defs/', ''));
  });

  it('describes its fields', () => {
    const described = nodes.filter((n) => typeof n.description === 'string');
    expect(described.length).toBeGreaterThan(10);
  });

  it('has patterns that compile', () => {
    const patterns = nodes.flatMap((n) => (typeof n.pattern === 'string' ? [n.pattern] : []));
    expect(patterns.length).toBeGreaterThan(0);
    for (const pattern of patterns) expect(() => new RegExp(pattern, 'u')).not.toThrow();
  });

  it('lets fields with defaults be left out', () => {
    for (const node of nodes) {
      if (!Array.isArray(node.required) || typeof node.properties !== 'object') continue;
      for (const [name, field] of Object.entries(node.properties as Record<string, Node>))
        if ('default' in field) expect(node.required).not.toContain(name);
    }
  });
});
