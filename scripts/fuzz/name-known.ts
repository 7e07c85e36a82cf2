import type {OpenApiDocument} from '../../server/inbound/api/open-api.js';

/** What exists, by the names that parameters and fields of bodies have. */
export type KnownValues = Readonly<Record<string, readonly (string | number)[]>>;

type Json = Record<string, unknown>;

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null;

/**
 * The same description, in which a value may also be chosen among those that exist: nobody comes across the number of a
 * meeting by guessing. What is allowed stays the same. `only`: for some operations, by name, those alone.
 */
export function nameKnown(
  document: OpenApiDocument,
  known: KnownValues,
  only: Readonly<Record<string, KnownValues>> = {},
): OpenApiDocument {
  const copy = structuredClone<OpenApiDocument>(document);
  for (const operation of Object.values(copy.paths).flatMap((methods) => Object.values(methods))) {
    const alone = only[String(operation['operationId'])] ?? {};
    const choose = (name: string, schema: unknown): unknown => {
      if (alone[name] !== undefined) return {enum: alone[name]};
      return known[name] === undefined ? schema : {anyOf: [{enum: known[name]}, schema]};
    };
    const {parameters, requestBody} = operation as {parameters?: Json[]; requestBody?: Json};
    for (const parameter of parameters ?? []) {
      parameter['schema'] = choose(String(parameter['name']), parameter['schema']);
    }
    const properties = propertiesOf(requestBody);
    for (const [name, schema] of Object.entries(properties)) properties[name] = choose(name, schema);
  }
  return copy;
}

/** Of a body's own fields, which are changed in place. */
function propertiesOf(body: Json | undefined): Json {
  let found: unknown = body;
  for (const step of ['content', 'application/json', 'schema', 'properties']) {
    found = isObject(found) ? found[step] : undefined;
  }
  return isObject(found) ? found : {};
}
