import { createContext, useContext } from 'react';

export type Language = 'zh' | 'en';

const languageKey = 'wufang.language';
let spoken: Language = localStorage.getItem(languageKey) === 'en' ? 'en' : 'zh';

/** The language of the page. Who draws takes `useWords`, so that what is drawn changes with it. */
export const spokenLanguage = (): Language => spoken;

export function speak(language: Language): void {
  spoken = language;
  localStorage.setItem(languageKey, language);
}

/** Words in the language of the page, where nothing is drawn by itself: in a format, in a list of words. */
export const say = (zh: string, en: string): string => (spoken === 'zh' ? zh : en);

export const LanguageContext = createContext<{ language: Language; choose: (language: Language) => void }>({
  language: 'zh',
  choose: () => undefined,
});

/** Words of a page, Chinese and English side by side where they are used. Example: `const say = useWords(); say('时限墙', 'Wall of timers')`. */
export function useWords(): (zh: string, en: string) => string {
  const { language } = useContext(LanguageContext);
  return (zh, en) => (language === 'zh' ? zh : en);
}
