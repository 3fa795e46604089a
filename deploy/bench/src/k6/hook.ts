const stand = (name: string) => new URL(`./${name}.js`, import.meta.url).href;
const modules: Record<string, string> = { k6: stand('k6'), 'k6/http': stand('http'), 'k6/metrics': stand('metrics') };

/** Resolves k6's built-in modules to their stand-ins. */
export async function resolve(
  specifier: string,
  context: object,
  next: (specifier: string, context: object) => Promise<object>,
): Promise<object> {
  const url = modules[specifier];
  return url === undefined ? next(specifier, context) : { url, format: 'module', shortCircuit: true };
}
