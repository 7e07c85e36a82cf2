import type {SetupLine} from '../../../core/ports/application.js';
import {unstartedApplication, type UnstartedParts} from './unstarted-application.js';

/** The same list as `/zoom doctor`, from the settings to Zoom. */
export async function listSetUp(parts: UnstartedParts): Promise<readonly SetupLine[]> {
  const application = unstartedApplication(parts);
  try {
    return await application.checkSetup();
  } finally {
    await application.stop(0);
  }
}
