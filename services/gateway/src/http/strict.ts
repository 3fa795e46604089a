import { z } from 'zod';

type Def = Record<string, any> & { type: string };

/**
 * The same schema, but objects in it refuse fields they do not know, however deep. A misspelt field is then told to the caller instead of being
 * dropped without a word.
 */
export function strictly<S extends z.ZodType>(schema: S): S {
  const def = schema._zod.def as unknown as Def;
  const into = (changed: Partial<Def>) => (schema as any).clone({ ...def, ...changed }) as S;
  switch (def.type) {
    case 'object': {
      const shape = Object.fromEntries(
        Object.entries(def['shape'] as Record<string, z.ZodType>).map(([name, field]) => [name, strictly(field)]),
      );
      return into({ shape, catchall: def['catchall'] ?? z.never() });
    }
    case 'optional':
    case 'nullable':
    case 'default':
    case 'readonly':
      return into({ innerType: strictly(def['innerType']) });
    case 'array':
      return into({ element: strictly(def['element']) });
    case 'record':
      return into({ valueType: strictly(def['valueType']) });
    case 'tuple':
      return into({ items: (def['items'] as z.ZodType[]).map(strictly) });
    case 'union':
      return into({ options: (def['options'] as z.ZodType[]).map(strictly) });
    default:
      return schema;
  }
}
