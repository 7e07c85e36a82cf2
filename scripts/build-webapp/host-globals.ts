import type {Plugin} from 'esbuild';

/**
 * What Mattermost's page offers to plugins on `window`:
 * https://developers.mattermost.com/integrate/plugins/components/webapp/best-practices/
 */
const GLOBALS: Readonly<Record<string, string>> = {
  react: 'React',
  'react-dom': 'ReactDOM',
  'react-redux': 'ReactRedux',
  'react-intl': 'ReactIntl',
};

/**
 * A module with the package's names, taken from the page when the script is loaded. Those that nobody uses leave
 * nothing behind, and the others are plain variables, which a script of many small components is a good deal shorter
 * with.
 */
async function moduleOf(name: string): Promise<string> {
  const exported = Object.keys((await import(name)) as object).filter((key) =>
    /^(?!default$)[A-Za-z]\w*$/.test(key),
  );
  return [
    `const page = window[${JSON.stringify(GLOBALS[name])}];`,
    'export default page;',
    ...exported.map((key) => `export const ${key} = /* @__PURE__ */ (() => page.${key})();`),
  ].join('\n');
}

/** Takes these packages from the page instead of bundling them. */
export const hostGlobals: Plugin = {
  name: 'host-globals',
  setup(build) {
    const names = new RegExp(`^(${Object.keys(GLOBALS).join('|')})$`);
    build.onResolve({filter: names}, ({path}) => ({path, namespace: 'host-global'}));
    build.onLoad({filter: /.*/, namespace: 'host-global'}, async ({path}) => ({
      contents: await moduleOf(path),
    }));
  },
};
