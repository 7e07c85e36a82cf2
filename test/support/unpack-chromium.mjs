import chromium from '@sparticuz/chromium';

// It unpacks into the folder for temporary files, which only the environment of a process says.
process.stdout.write(await chromium.executablePath());
