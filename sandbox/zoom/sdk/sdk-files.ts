import {fileURLToPath} from 'node:url';
import {build} from 'esbuild';

export interface SdkFile {
  type: string;
  body: string | Buffer;
}

/** Globals that the SDK expects to be there when it is loaded, by the files that make them. */
const VENDORS: Readonly<Record<string, string>> = {
  react: 'React',
  'react-dom': 'ReactDOM',
  redux: 'Redux',
  'redux-thunk': 'ReduxThunk',
  lodash: '_',
};

/** The smallest WebAssembly module that there is. */
const EMPTY_WASM = Buffer.from([0, 97, 115, 109, 1, 0, 0, 0]);

/** As the real one has it: it outlives whatever the SDK was there for. */
const STYLE = 'html,body{overflow:hidden}\n';

const script = (body: string): SdkFile => ({type: 'text/javascript', body});

/** Stand-ins for Zoom's files of that version, by their path below the place where all versions lie. */
export async function createSdkFiles(version: string): Promise<ReadonlyMap<string, SdkFile>> {
  return new Map([
    ...Object.entries(VENDORS).map(([name, global]): [string, SdkFile] => [
      `/${version}/lib/vendor/${name}.min.js`,
      script(`window.${global} = {standsFor: '${name}'};\n`),
    ]),
    [`/${version}/lib/av/media.wasm`, {type: 'application/wasm', body: EMPTY_WASM}],
    [`/${version}/ui/zoom-meetingsdk.css`, {type: 'text/css', body: STYLE}],
    [`/zoom-meeting-${version}.min.js`, script(await bundled())],
  ]);
}

/** What lies there where somebody has put something else in its place. */
export const OTHER_FILES = {
  page: {
    type: 'text/html',
    body: '<!doctype html><title>Welcome to nginx!</title><h1>Welcome to nginx!</h1>\n',
  },
  script: script("console.log('not what you are looking for');\n"),
} as const satisfies Readonly<Record<string, SdkFile>>;

/** `window.ZoomMtg`. */
async function bundled(): Promise<string> {
  const {outputFiles} = await build({
    entryPoints: [fileURLToPath(new URL('./client/zoom-mtg.ts', import.meta.url))],
    bundle: true,
    write: false,
    format: 'iife',
    target: ['chrome120', 'firefox121', 'safari17'],
    logLevel: 'warning',
  });
  return outputFiles[0]?.text ?? '';
}
