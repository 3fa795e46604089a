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
    queries: { retry: (count, error) => !(error instanceof ApiProblem && error.status < 500) && count < 2, staleTime: 5_000 },
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

createRoot(document.getElementById('desk')!).render(
  <StrictMode>
    <Desks />
  </StrictMode>,
);
