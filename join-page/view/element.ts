type Properties = Readonly<Record<string, string | number | boolean | (() => void)>>;

/**
 * An element with properties, attributes (what has a hyphen, and `role`) and children. Texts become texts, never
 * markup.
 */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  properties: Properties = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (key === 'role' || key.includes('-')) made.setAttribute(key, String(value));
    else Object.assign(made, {[key]: value});
  }
  made.append(...children);
  return made;
}
