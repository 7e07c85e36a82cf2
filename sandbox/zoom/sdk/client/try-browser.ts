/** Throws where the page does not let the SDK do what it does: WebAssembly, and workers out of its own memory. */
export async function tryBrowser(wasmAddress: string): Promise<void> {
  const response = await fetch(wasmAddress);
  await WebAssembly.compile(await response.arrayBuffer());
  await tryWorker();
}

async function tryWorker(): Promise<void> {
  const address = URL.createObjectURL(new Blob(['postMessage(1)'], {type: 'text/javascript'}));
  try {
    await new Promise<void>((resolve, reject) => {
      const worker = new Worker(address);
      const end = (settle: () => void) => (): void => {
        worker.terminate();
        settle();
      };
      worker.onmessage = end(resolve);
      worker.onerror = end(() => reject(new Error('The page allows the SDK no workers.')));
    });
  } finally {
    URL.revokeObjectURL(address);
  }
}
