type Scalar = string | number | boolean | null;

/** What can be written: names, and below them values, lists of values, or more names. */
export interface YamlMap {
  readonly [name: string]: Scalar | readonly Scalar[] | YamlMap;
}

/** Plain YAML 1.2: names as they are, values in JSON, which is part of YAML and needs no quoting rules. */
export function toYaml(map: YamlMap, indent = ''): string {
  return Object.entries(map)
    .map(([name, value]) => {
      const isMap = typeof value === 'object' && value !== null && !Array.isArray(value);
      return isMap
        ? `${indent}${name}:\n${toYaml(value as YamlMap, `${indent}  `)}`
        : `${indent}${name}: ${JSON.stringify(value)}\n`;
    })
    .join('');
}
