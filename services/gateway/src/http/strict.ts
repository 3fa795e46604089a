import { z } from 'zod';

interface Def {
  type: string;
  shape?: Record<string, z.ZodType>;
  catchall?: z.ZodType;
  innerType?: z.ZodType;
  element?: z.ZodType;
  valueType?: z.ZodType;
  items?: z.ZodType[];
  options?: z.ZodType[];
}

/**
 * The same schema, but objects in it refuse fields they do not know, however deep. A misspelt field is then told to the caller instead of being
 * dropped without a word.
 */
export function strictly<S extends z.ZodType>(schema: S): S {
  const def = schema._zod.def as unknown as Def;
  const into = (changed: Partial<Def>) => (schema as unknown as { clone(def: Def): S }).clone({ ...def, ...changed });
  switch (def.type) {
    case 'object': {
      const shape = Object.fromEntries(Object.entries(def.shape!).map(([name, field]) => [name, strictly(field)]));
      return into({ shape, catchall: def.catchall ?? z.never() });
    }
    case 'optional':
    case 'nullable':
    case 'default':
    case 'readonly':
      return into({ innerType: strictly(def.innerType!) });
    case 'array':
      return into({ element: strictly(def.element!) });
    case 'record':
      return into({ valueType: strictly(def.valueType!) });
    case 'tuple':
      return into({ items: def.items!.map(strictly) });
    case 'union':
      return into({ options: def.options!.map(strictly) });
    default:
      return schema;
  }
}
