import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { ApiProblem } from '@wufang/api-client';
import { App, ConfigProvider } from 'antd';
import en from 'antd/locale/en_US.js';
import zh from 'antd/locale/zh_CN.js';
import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn.js';
import { StrictMode, useMemo, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { router } from './app/router.js';
import './desk.css';
import { theme } from './lib/theme.js';
import { LanguageContext, storedLanguage, storeLanguage, type Language } from './lib/words.js';

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

function Desks() {
  const [language, setLanguage] = useState<Language>(storedLanguage());
  dayjs.locale(language === 'zh' ? 'zh-cn' : 'en');
  const words = useMemo(
    () => ({
      language,
      choose: (next: Language) => {
        storeLanguage(next);
        setLanguage(next);
      },
    }),
    [language],
  );
  return (
    <LanguageContext value={words}>
      <ConfigProvider theme={theme} locale={language === 'zh' ? zh : en} button={{ autoInsertSpace: false }}>
        <App>
          <QueryClientProvider client={queries}>
            <RouterProvider router={router} />
          </QueryClientProvider>
        </App>
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
