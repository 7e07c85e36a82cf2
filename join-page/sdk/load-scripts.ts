/** Loads scripts at the same time and runs them in this order. Rejects where one cannot be loaded. */
export async function loadScripts(addresses: readonly string[]): Promise<void> {
  const scripts = addresses.map((address) => {
    const script = document.createElement('script');
    script.src = address;
    // In their order, whichever comes first.
    script.async = false;
    return script;
  });
  const loaded = scripts.map(
    (script) =>
      new Promise<void>((resolve, reject) => {
        script.onload = () => resolve();
        script.onerror = () => reject(new Error(script.src));
      }),
  );
  document.head.append(...scripts);
  try {
    await Promise.all(loaded);
  } catch (error) {
    // The next try adds them anew.
    scripts.forEach((script) => script.remove());
    throw error;
  }
}
