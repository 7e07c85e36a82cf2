import {runNative} from './hosts/native/run-native.js';
import {mattermostCookie} from './protocol/handshake.js';

// The application is loaded after the first line to the server, which waits only 3 s for it.
const loadCompose = async () => (await import('./compose.js')).compose;

if (process.env[mattermostCookie.key] === mattermostCookie.value) {
  void runNative(process, loadCompose);
} else {
  process.stderr.write(
    'This is the Zoom plugin for Mattermost. A Mattermost server starts it: ' +
      'install the plugin there (System Console > Plugins) and enable it.\n',
  );
  process.exitCode = 1;
}
