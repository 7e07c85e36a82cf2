package main

import (
	"bytes"
	"net"
	"net/http"
	"net/http/httptest"
	"strconv"
	"strings"
	"time"

	"github.com/mattermost/mattermost/server/public/model"
)

// The token of the test's sessions and what a browser must send with a change begin so; the rest is the user's id.
const (
	sessionPrefix = "session-of-"
	csrfPrefix    = "csrf-of-"
)

// site is the server's HTTP side: it takes requests to the plugin's routes as the server does.
type site struct {
	host   *host
	memory *memory
	url    string
	prefix string
}

// listen opens the site on a free port of this machine and writes its address into the config.
func listen(host *host, memory *memory) (*site, error) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return nil, err
	}
	s := &site{host: host, memory: memory, url: "http://" + listener.Addr().String(), prefix: "/plugins/" + host.id}
	if err := memory.patchConfig(map[string]any{"ServiceSettings": map[string]any{"SiteURL": s.url}}); err != nil {
		return nil, err
	}
	go func() { _ = http.Serve(listener, s) }()
	return s, nil
}

func (s *site) address() string { return s.url }

func (s *site) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	hooks, err := s.host.environment.HooksForPlugin(s.host.id)
	if err != nil || !strings.HasPrefix(r.URL.Path, s.prefix+"/") {
		http.NotFound(w, r)
		return
	}
	s.identify(r)
	context := newContext()
	context.UserAgent = r.UserAgent()
	context.AcceptLanguage = r.Header.Get("Accept-Language")
	hooks.ServeHTTP(context, w, r)
	s.memory.changed()
}

// identify leaves of the request what the server lets a plugin see: the user of a valid session, no credentials.
func (s *site) identify(r *http.Request) {
	userID := s.userOf(r)
	for _, name := range []string{"Authorization", "Mattermost-User-Id", "Mattermost-Plugin-ID", "Referer"} {
		r.Header.Del(name)
	}
	cookies := r.Cookies()
	r.Header.Del("Cookie")
	for _, cookie := range cookies {
		if cookie.Name != model.SessionCookieToken {
			r.AddCookie(cookie)
		}
	}
	if userID != "" {
		r.Header.Set("Mattermost-User-Id", userID)
	}
	query := r.URL.Query()
	query.Del("access_token")
	r.URL.RawQuery = query.Encode()
	r.URL.Path = strings.TrimPrefix(r.URL.Path, s.prefix)
	r.URL.RawPath = strings.TrimPrefix(r.URL.RawPath, s.prefix)
}

// userOf is whose session the request carries, in a header or in a cookie, which alone changes nothing.
// Source: servePluginRequest of server/channels/app/plugin_requests.go
func (s *site) userOf(r *http.Request) string {
	token, isHeader := strings.CutPrefix(r.Header.Get("Authorization"), "Bearer ")
	cookie, err := r.Cookie(model.SessionCookieToken)
	isCookie := !isHeader && err == nil
	if isCookie {
		token = cookie.Value
	}
	userID, isSession := strings.CutPrefix(token, sessionPrefix)
	if !isSession || !s.memory.hasUser(userID) {
		return ""
	}
	if isCookie && r.Method != http.MethodGet && r.Header.Get(model.HeaderCsrfToken) != csrfPrefix+userID {
		return ""
	}
	return userID
}

type burstRequest struct {
	Method  string            `json:"method"`
	Path    string            `json:"path"`
	Headers map[string]string `json:"headers"`
	Body    []byte            `json:"body"`
}

type burstAnswer struct {
	Status       int         `json:"status"`
	Headers      http.Header `json:"headers"`
	Body         []byte      `json:"body"`
	Microseconds float64     `json:"microseconds"`
}

// burst sends all requests at the same moment.
func (s *site) burst(requests []burstRequest) ([]burstAnswer, error) {
	answers := make([]burstAnswer, len(requests))
	start := make(chan struct{})
	done := make(chan struct{})
	for i, wanted := range requests {
		request := httptest.NewRequest(wanted.Method, s.prefix+wanted.Path, bytes.NewReader(wanted.Body))
		request.Header.Set("Content-Length", strconv.Itoa(len(wanted.Body)))
		for name, value := range wanted.Headers {
			request.Header.Set(name, value)
		}
		go func() {
			<-start
			answers[i] = s.timed(request)
			done <- struct{}{}
		}()
	}
	close(start)
	for range requests {
		<-done
	}
	return answers, nil
}

func (s *site) timed(request *http.Request) burstAnswer {
	response := httptest.NewRecorder()
	begin := time.Now()
	s.ServeHTTP(response, request)
	took := float64(time.Since(begin).Nanoseconds()) / 1e3
	return burstAnswer{response.Code, response.Header(), response.Body.Bytes(), took}
}

// metrics asks as the server does on its own listener for metrics.
func (s *site) metrics() (string, error) {
	hooks, err := s.host.environment.HooksForPlugin(s.host.id)
	if err != nil {
		return "", err
	}
	response := httptest.NewRecorder()
	hooks.ServeMetrics(newContext(), response, httptest.NewRequest(http.MethodGet, "/metrics", http.NoBody))
	return response.Body.String(), nil
}
