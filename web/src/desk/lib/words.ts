import { createContext, useContext } from 'react';

export type Language = 'zh' | 'en';

const languageKey = 'wufang.language';

export const storedLanguage = (): Language => (localStorage.getItem(languageKey) === 'en' ? 'en' : 'zh');
export const storeLanguage = (language: Language): void => localStorage.setItem(languageKey, language);

export const LanguageContext = createContext<{ language: Language; choose: (language: Language) => void }>({
  language: 'zh',
  choose: () => undefined,
});

/** Words of a page, Chinese and English side by side where they are used. Example: `const say = useWords(); say('时限墙', 'Wall of timers')`. */
export function useWords(): (zh: string, en: string) => string {
  const { language } = useContext(LanguageContext);
  return (zh, en) => (language === 'zh' ? zh : en);
}
