package main

import (
	"regexp"
	"strconv"
	"sync"
	"syscall"
)

// process is the plugin's process. go-plugin keeps it to itself but logs its beginning and its end.
type process struct {
	flush func()

	mu   sync.Mutex
	pid  int
	gone chan struct{}
}

var pidAtEnd = regexp.MustCompile(`pid ?(\d+)$`)

func newProcess(flush func()) *process {
	gone := make(chan struct{})
	close(gone)
	return &process{flush: flush, gone: gone}
}

// note reads go-plugin's lines "plugin started" and "plugin process exited".
func (p *process) note(message, extras string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	switch message {
	case "plugin started":
		if found := pidAtEnd.FindStringSubmatch(extras); found != nil {
			p.pid, _ = strconv.Atoi(found[1])
			p.gone = make(chan struct{})
		}
	case "plugin process exited":
		if p.pid != 0 {
			p.pid = 0
			close(p.gone)
		}
	}
}

// current is the running process: its id, 0 without one, and a channel that is closed at its end.
func (p *process) current() (pid int, gone <-chan struct{}) {
	p.flush()
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.pid, p.gone
}

// kill ends the process with SIGKILL and waits until the system has it no more.
func (p *process) kill() {
	pid, gone := p.current()
	if pid != 0 {
		_ = syscall.Kill(pid, syscall.SIGKILL)
	}
	<-gone
}
