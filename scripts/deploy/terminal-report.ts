import cliProgress from 'cli-progress';
import type {DeployReport} from './deploy-bundle.js';

const mebibytes = (bytes: number) => (bytes / (1024 * 1024)).toFixed(1);

/** Reports a deployment on the terminal, with a bar for the upload. */
export const createTerminalReport = (): DeployReport => {
  let bar: cliProgress.SingleBar | undefined;
  return {
    step(text) {
      bar?.stop();
      bar = undefined;
      console.log(text);
    },
    progress(sent, total) {
      if (bar === undefined) {
        const format = 'Uploading {bar} {percentage}% of {size} MiB, {eta_formatted} left';
        bar = new cliProgress.SingleBar({format}, cliProgress.Presets.shades_classic);
        bar.start(total, 0, {size: mebibytes(total)});
      }
      bar.update(sent);
    },
  };
};
