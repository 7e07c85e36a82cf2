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

/** Takes these packages from the page instead of bundling them. */
export const hostGlobals: Plugin = {
  name: 'host-globals',
  setup(build) {
    const names = new RegExp(`^(${Object.keys(GLOBALS).join('|')})$`);
    build.onResolve({filter: names}, ({path}) => ({path, namespace: 'host-global'}));
    build.onLoad({filter: /.*/, namespace: 'host-global'}, ({path}) => ({
      contents: `module.exports = window[${JSON.stringify(GLOBALS[path])}];`,
    }));
  },
};
