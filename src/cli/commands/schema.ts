import { FORMATS, jsonSchema } from '../../scenarios/schema-json';
import { oneOf } from '../options';
import { answerJson, type Output } from '../output';

/** JSON Schema of a format. Throws InputError. */
export function schema(output: Output, format: string): void {
  answerJson(output, jsonSchema(oneOf('<format>', format, FORMATS)));
}
