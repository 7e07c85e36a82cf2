import {spawnSync} from 'node:child_process';
import {mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {palettePng} from './pictures/palette-png.js';
import {projectRoot} from './project-root.js';

const taken = join(projectRoot, 'build/pictures');
const shown = join(projectRoot, 'docs/images');

// The browser test takes them, and fails where what they should show is not on the screen.
rmSync(taken, {recursive: true, force: true});
const {status} = spawnSync('npm', ['test', '--', 'test/browser/pictures'], {
  cwd: projectRoot,
  stdio: 'inherit',
});
if (status === 0) {
  rmSync(shown, {recursive: true, force: true});
  mkdirSync(shown, {recursive: true});
  for (const name of readdirSync(taken)) {
    writeFileSync(join(shown, name), palettePng(readFileSync(join(taken, name))));
    console.log(`docs/images/${name}: ${Math.ceil(statSync(join(shown, name)).size / 1024)} KiB`);
  }
}
process.exitCode = status ?? 1;
