import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { ApiProblem } from '@wufang/api-client';
import { ConfigProvider } from 'antd';
import zh from 'antd/locale/zh_CN.js';
import { StrictMode, useEffect, useMemo, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { pageAt } from './app/pages.js';
import { router } from './app/router.js';
import './desk.css';
import { theme } from './lib/theme.js';
import { LanguageContext, speak, spokenLanguage, type Language } from './lib/words.js';

// What the address asks for is on its way while it is found out who is here.
void pageAt(window.location.pathname.replace(/^\/desk/, ''))
  ?.load()
  .catch(() => undefined);

/** A refusal stays one; only what did not arrive is asked again. */
const queries = new QueryClient({
  defaultOptions: {
    // A page says itself that there is no signal, and shows what it last saw.
    mutations: { networkMode: 'always' },
    queries: {
      networkMode: 'always',
      retry: (count, error) => !(error instanceof ApiProblem && error.status < 500) && count < 2 && navigator.onLine,
      staleTime: 5_000,
    },
  },
});

type Locale = typeof zh;

/** The library's own words. English ones come when they are asked for; until then the library speaks Chinese. */
function useLibraryWords(language: Language): Locale {
  const [english, setEnglish] = useState<Locale>();
  useEffect(() => {
    if (language === 'en')
      void import('antd/locale/en_US.js').then(
        (found) => setEnglish(found.default),
        () => undefined,
      );
  }, [language]);
  return language === 'en' ? (english ?? zh) : zh;
}

function Desks() {
  const [language, setLanguage] = useState<Language>(spokenLanguage());
  const locale = useLibraryWords(language);
  const words = useMemo(
    () => ({
      language,
      choose: (next: Language) => {
        speak(next);
        setLanguage(next);
      },
    }),
    [language],
  );
  return (
    <LanguageContext value={words}>
      <ConfigProvider theme={theme} locale={locale} button={{ autoInsertSpace: false }}>
        <QueryClientProvider client={queries}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </ConfigProvider>
    </LanguageContext>
  );
}

/** The worker that lets the desks open without a signal; a browser without workers does without it. */
async function standBy(): Promise<void> {
  await navigator.serviceWorker.register('/desk/worker.js');
  const { active } = await navigator.serviceWorker.ready;
  // Also what was loaded before there was a worker, and what comes while it is only starting.
  new PerformanceObserver((entries) => {
    const paths = entries.getEntries().map(({ name }) => new URL(name).pathname);
    const assets = paths.filter((path) => path.startsWith('/pages/assets/'));
    active?.postMessage(['/desk/', ...assets]);
  }).observe({ type: 'resource', buffered: true });
}
if ('serviceWorker' in navigator) window.addEventListener('load', () => void standBy().catch(() => undefined));

createRoot(document.getElementById('desk')!).render(
  <StrictMode>
    <Desks />
  </StrictMode>,
);
